import { type PackageSchema } from "../../provider/pulumi/schema/package-schema";
import { type ProviderClient } from "../engine/harness/provider-client";
import { brokenArguments } from "./broken-arguments";
import { messageOf, Misbehaviour } from "./misbehaviour";
import { seeded } from "./random";
import { type Place, subjects } from "./subjects";
import { type Outcome, type Trial, tryArguments } from "./trial";

export interface Trials {
  readonly kind: string;
  readonly seed: number;
  readonly count: number;
  readonly provider: ProviderClient;
  readonly place: Place;
  readonly schema: PackageSchema;
}

export interface TrialResults {
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Each with what is needed to see it again. */
  readonly misbehaviours: readonly string[];
}

interface Attempt extends Trials {
  /** Tells the names of a repetition from those of the first try. */
  readonly attempt?: string;
}

/** What came of one trial. */
interface Tried {
  readonly number: number;
  /** Two trials that ran side by side and had one object may well have met. */
  readonly object: string;
  readonly trial: Trial;
  readonly outcome: Outcome | Misbehaviour;
}

/** Trials that run at the same time. */
const lanes = 8;

/** Tries so many arguments of a kind of resource; the same seed tries the same ones. */
export async function runTrials(trials: Trials): Promise<TrialResults> {
  const tried: Tried[] = [];
  const numbers = Array.from({ length: trials.count }, (_, index) => index);
  const lane = async (): Promise<void> => {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift())
      tried.push(await tryOne(trials, number));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  const outcomes = { refused: 0, failed: 0, made: 0 };
  const misbehaviours: string[] = [];
  for (const first of tried) {
    const { number, trial, outcome } = mayHaveMet(first, tried)
      ? await tryOne({ ...trials, attempt: "alone" }, first.number)
      : first;
    if (!(outcome instanceof Misbehaviour)) outcomes[outcome] += 1;
    else misbehaviours.push(`${trials.kind} ${trials.seed}/${number}: ${outcome.message}\n    ${textOf(trial)}`);
  }
  return { outcomes, misbehaviours };
}

/** Only what misbehaved because of another trial is tried again, alone. Nothing hangs because of another one. */
const mayHaveMet = ({ outcome, object }: Tried, tried: readonly Tried[]): boolean =>
  outcome instanceof Misbehaviour &&
  !outcome.message.includes(" hangs") &&
  tried.filter((other) => other.object === object).length > 1;

async function tryOne(attempt: Attempt, number: number): Promise<Tried> {
  const name = `${attempt.kind}-${attempt.seed}-${number}`.toLowerCase();
  const trial = await trialOf(attempt, name);
  const outcome = await tryArguments(attempt.provider, trial).catch((error: unknown) =>
    error instanceof Misbehaviour ? error : new Misbehaviour(messageOf(error)),
  );
  const naming = Object.entries(trial.base).flatMap(([key, value]) => (String(value).includes(name) ? [key] : []));
  return { number, trial, outcome, object: JSON.stringify(naming.map((key) => trial.inputs[key] ?? null)) };
}

async function trialOf({ kind, place, schema, attempt }: Attempt, name: string): Promise<Trial> {
  const type = `function-mesh:pulsar:${kind}`;
  const base = await subjects[kind]?.(place, attempt === undefined ? name : `${name}-${attempt}`);
  const properties = schema.resources[type]?.inputProperties;
  if (base === undefined || properties === undefined) throw new Error(`there is no resource ${kind} to try`);
  const inputs = brokenArguments(base, properties, seeded(seedOf(name)));
  return { urn: `urn:pulumi:trial::p::${type}::${name}`, inputs, base, names: new Set(Object.keys(properties)) };
}

/** Of FNV-1a. */
const seedOf = (name: string): number =>
  [...name].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619), 2_166_136_261);

const textOf = ({ inputs }: Trial): string => {
  const text = JSON.stringify(inputs, (_, value: unknown) => (typeof value === "number" ? String(value) : value));
  return text.length > 800 ? `${text.slice(0, 800)}…` : text;
};
