import { isDeepStrictEqual } from "node:util";
import { AssetValue } from "../../provider/model/asset-value";
import { type Known, type ProviderClient } from "../engine/harness/provider-client";
import { type Values } from "./broken-arguments";

/** How arguments went: refused when checked, refused by create, or made, read back and deleted. */
export type Outcome = "refused" | "failed" | "made";

/** What a resource did with arguments that it must not do. */
export class Misbehaviour extends Error {}

export interface Trial {
  readonly urn: string;
  readonly inputs: Values;
  /** The right arguments that they were made of. */
  readonly base: Values;
}

/** Goes through the life of a resource with arguments that may be wrong. Throws Misbehaviour, with what was wrong about it. */
export async function tryArguments(provider: ProviderClient, trial: Trial): Promise<Outcome> {
  const { urn, inputs } = trial;
  const checked = await orderly("check", provider.check(urn, inputs));
  if (checked.failures.length > 0) {
    for (const failure of checked.failures) expectNamed(trial, failure);
    return "refused";
  }
  expectUnchanged("check", inputs, checked.inputs);
  const known = await provider.create(urn, checked.inputs).catch((error: unknown) => {
    expectOrderly("create", error);
    expectNamed(trial, messageOf(error));
  });
  if (known === undefined) return "failed";
  await expectReadBack(provider, trial, known);
  await orderly("delete", provider.delete(urn, { ...known, inputs: { ...known.inputs, ...gentle } }));
  return "made";
}

/** Whatever the arguments say, nothing shall be left, and nobody waits for long. */
const gentle: Values = { onDelete: "delete", deleteWaitSeconds: 5 };

async function expectReadBack(provider: ProviderClient, { urn, inputs }: Trial, known: Known): Promise<void> {
  expectUnchanged("create", inputs, known.outputs);
  const read = await orderly("read", provider.read(urn, known));
  if (read === undefined) throw new Misbehaviour("it was made and is not there");
  const differing = await orderly("diff", provider.diff(urn, read, known.inputs));
  if (differing.length > 0) throw new Misbehaviour(`reads back another ${differing.join(", ")}`);
}

/** What is given and not null is what is taken. */
function expectUnchanged(step: string, given: Values, taken: Values): void {
  for (const [name, value] of Object.entries(given)) {
    if (value === null || isDeepStrictEqual(value, taken[name])) continue;
    throw new Misbehaviour(`${step} changes ${name} to ${shortened(JSON.stringify(taken[name]) ?? "nothing")}`);
  }
}

async function orderly<Result>(step: string, result: Promise<Result>): Promise<Result> {
  return result.catch((error: unknown) => {
    throw new Misbehaviour(`${step} fails: ${shortened(messageOf(error))}`);
  });
}

/** What programs say that did not expect what they got. */
const surprises =
  /TypeError|RangeError|is not a function|is not iterable|cannot read prop|undefined|\[object|Exception\b.*\n|\n\s+at |hangs|stream removed|UNAVAILABLE|Received|ECONN/i;

function expectOrderly(step: string, error: unknown): void {
  const found = surprises.exec(messageOf(error));
  if (found !== null) throw new Misbehaviour(`${step} breaks (${found[0]}): ${shortened(messageOf(error))}`);
}

/** The message names an argument that is wrong, or is made so by another: in the broker's words perhaps, as "backlog quota". */
function expectNamed({ inputs, base }: Trial, message: string): void {
  const names = [...Object.keys(inputs), ...Object.keys(base)];
  const suspects = names.filter((name) => !isDeepStrictEqual(inputs[name], base[name]));
  const said = letters(message);
  const isNamed = (name: string): boolean => message.includes(name) || (name !== "" && said.includes(letters(name)));
  if (suspects.some((name) => isNamed(name) || isQuoted(inputs[name], message))) return;
  throw new Misbehaviour(`an error names none of ${suspects.join(", ")}: ${shortened(message)}`);
}

/** A file or an address that cannot be read is told as such. */
const isQuoted = (value: unknown, message: string): boolean =>
  value instanceof AssetValue && message.includes(value.path ?? value.uri ?? value.text ?? "content");

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, "");

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const shortened = (text: string): string => (text.length > 600 ? `${text.slice(0, 600)}…` : text);
