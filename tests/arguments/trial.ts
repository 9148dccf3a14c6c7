import { isDeepStrictEqual } from "node:util";
import { type Known, type ProviderClient } from "../engine/harness/provider-client";
import { type Values } from "./broken-arguments";
import { type Arguments, expectNamed } from "./expect-named";
import { messageOf, Misbehaviour, orderly, shortened } from "./misbehaviour";

/** How arguments went: refused when checked, refused by create or update, or taken, read back and deleted. */
export type Outcome = "refused" | "failed" | "made";

export interface Trial extends Arguments {
  readonly urn: string;
}

/**
 * Goes through the life of a resource with arguments that may be wrong: one that is made with them, and one that is made right and
 * changed to them. Throws Misbehaviour, with what was wrong about it.
 */
export async function tryArguments(provider: ProviderClient, trial: Trial): Promise<Outcome> {
  const outcome = await tryCreate(provider, trial);
  if (outcome !== "refused") await tryUpdate(provider, trial);
  return outcome;
}

async function tryCreate(provider: ProviderClient, trial: Trial): Promise<Outcome> {
  const { urn } = trial;
  const inputs = await checkedInputs(provider, trial);
  if (inputs === undefined) return "refused";
  const known = await unlessRefused("create", trial, provider.create(urn, inputs));
  if (known === undefined) return "failed";
  expectUnchanged("create", trial.inputs, known.outputs);
  await expectReadBack(provider, urn, known);
  await deleteGently(provider, urn, known);
  return "made";
}

async function tryUpdate(provider: ProviderClient, trial: Trial): Promise<void> {
  const { urn, base } = trial;
  const right = await orderly("check of what is right", provider.check(urn, base));
  const old = await orderly("create of what is right", provider.create(urn, right.inputs));
  const inputs = await checkedInputs(provider, trial, old);
  const known = inputs === undefined ? undefined : await updated(provider, trial, { old, inputs });
  if (known !== undefined) await expectReadBack(provider, urn, known);
  // After an error the engine has what was before; another run starts from that.
  else await orderly("read after a refused update", provider.read(urn, old));
  await deleteGently(provider, urn, known ?? old);
}

interface Change {
  readonly old: Known;
  readonly inputs: Values;
}

/** `undefined` when it is refused, or none. */
async function updated(provider: ProviderClient, trial: Trial, { old, inputs }: Change): Promise<Known | undefined> {
  const { paths, replaces } = await orderly("diff", provider.diff(trial.urn, old, inputs));
  if (paths.length === 0 || replaces) return undefined;
  const known = await unlessRefused("update", trial, provider.update(trial.urn, old, inputs));
  if (known !== undefined) expectUnchanged("update", trial.inputs, known.outputs);
  return known;
}

/** `undefined` when they are refused. */
async function checkedInputs(provider: ProviderClient, trial: Trial, old?: Known): Promise<Values | undefined> {
  const checked = await orderly("check", provider.check(trial.urn, trial.inputs, old));
  for (const failure of checked.failures) expectNamed(trial, failure);
  if (checked.failures.length > 0) return undefined;
  expectUnchanged("check", trial.inputs, checked.inputs);
  return checked.inputs;
}

/** `undefined` when the broker refuses the arguments, and the error says which. */
const unlessRefused = (step: string, trial: Trial, made: Promise<Known>): Promise<Known | undefined> =>
  made.catch((error: unknown) => {
    expectOrderly(step, error);
    expectNamed(trial, messageOf(error));
    return undefined;
  });

/** Whatever the arguments say, nothing shall be left, and nobody waits for long. */
const gentle: Values = { onDelete: "delete", deleteWaitSeconds: 5 };

const deleteGently = (provider: ProviderClient, urn: string, known: Known): Promise<void> =>
  orderly("delete", provider.delete(urn, { ...known, inputs: { ...known.inputs, ...gentle } }));

async function expectReadBack(provider: ProviderClient, urn: string, known: Known): Promise<void> {
  const read = await orderly("read", provider.read(urn, known));
  if (read === undefined) throw new Misbehaviour("it was made and is not there");
  const { paths } = await orderly("diff", provider.diff(urn, read, known.inputs));
  if (paths.length > 0) throw new Misbehaviour(`reads back another ${paths.join(", ")}`);
}

/** What is given and not null is what is taken. */
function expectUnchanged(step: string, given: Values, taken: Values): void {
  for (const [name, value] of Object.entries(given)) {
    if (value === null || isDeepStrictEqual(value, taken[name])) continue;
    throw new Misbehaviour(`${step} changes ${name} to ${shortened(JSON.stringify(taken[name]) ?? "nothing")}`);
  }
}

/** What programs say that did not expect what they got. */
const surprises =
  /TypeError|RangeError|is not a function|is not iterable|cannot read prop|undefined|\[object|Exception\b.*\n|\n\s+at |hangs|stream removed|UNAVAILABLE|Received|ECONN/i;

function expectOrderly(step: string, error: unknown): void {
  const found = surprises.exec(messageOf(error));
  if (found !== null) throw new Misbehaviour(`${step} breaks (${found[0]}): ${shortened(messageOf(error))}`);
}
