import { type PackageSchema } from "../../provider/pulumi/schema/package-schema";
import { type ProviderClient } from "../engine/harness/provider-client";
import { brokenArguments, type Values } from "./broken-arguments";
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

/** Trials that run at the same time. */
const lanes = 8;

/** Tries so many arguments of a kind of resource; the same seed tries the same ones. */
export async function runTrials(trials: Trials): Promise<TrialResults> {
  const outcomes = { refused: 0, failed: 0, made: 0 };
  const misbehaviours: string[] = [];
  const numbers = Array.from({ length: trials.count }, (_, index) => index);
  const lane = async (): Promise<void> => {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
      const trial = await trialOf(trials, number);
      try {
        outcomes[await tryArguments(trials.provider, trial)] += 1;
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        misbehaviours.push(`${trials.kind} ${trials.seed}/${number}: ${message}\n    ${textOf(trial.inputs)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { outcomes, misbehaviours };
}

async function trialOf({ kind, seed, place, schema }: Trials, number: number): Promise<Trial> {
  const type = `function-mesh:pulsar:${kind}`;
  const name = `${kind}-${seed}-${number}`.toLowerCase();
  const base = await subjects[kind]?.(place, name);
  const properties = schema.resources[type]?.inputProperties;
  if (base === undefined || properties === undefined) throw new Error(`there is no resource ${kind} to try`);
  const inputs = brokenArguments(base, properties, seeded(seedOf(name)));
  return { urn: `urn:pulumi:trial::p::${type}::${name}`, inputs, base };
}

/** Of FNV-1a. */
const seedOf = (name: string): number =>
  [...name].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619), 2_166_136_261);

const textOf = (inputs: Values): string => {
  const text = JSON.stringify(inputs, (_, value: unknown) => (typeof value === "number" ? String(value) : value));
  return text.length > 800 ? `${text.slice(0, 800)}…` : text;
};
