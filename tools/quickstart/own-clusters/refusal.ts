/** Something that the person who started the quickstart has to put right. Its message is a sentence for each thing. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** Both results, or all that is wrong at once: who corrects one thing wants to know of the other. */
export async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<readonly [A, B]> {
  const settled = await Promise.allSettled([first, second]);
  const reasons = settled.flatMap((each): readonly unknown[] => (each.status === "rejected" ? [each.reason] : []));
  const unexpected = reasons.find((reason) => !(reason instanceof Refusal));
  if (unexpected !== undefined) throw unexpected;
  if (reasons.length === 0) return Promise.all([first, second]);
  throw new Refusal(reasons.map((reason) => (reason instanceof Error ? reason.message : "")).join("\n"));
}
