/** What a resource did with arguments that it must not do. */
export class Misbehaviour extends Error {}

/** What must not fail, whatever the arguments are. */
export async function orderly<Result>(step: string, result: Promise<Result>): Promise<Result> {
  return result.catch((error: unknown) => {
    throw new Misbehaviour(`${step} fails: ${shortened(messageOf(error))}`);
  });
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const shortened = (text: string): string =>
  text.length > 600 ? `${text.slice(0, 300)}…${text.slice(-300)}` : text;
