import { parseArgs } from "node:util";

export const usage = `usage: npm run -s soak -- [options]
  --seed N       what is tried and killed; the same seed repeats a run   (default: another one each time)
  --kills N      kills of an up and of a destroy, of plugin and engine   (default: 20)
  --arguments N  broken arguments of each kind of resource               (default: 1000)
  --repeats N    times that an object of each kind is made and deleted   (default: 100)`;

export interface SoakOptions {
  readonly seed: number;
  readonly kills: number;
  readonly arguments: number;
  readonly repeats: number;
}

/** Throws the usage where an option is none, or no whole number. */
export function soakOptions(args: readonly string[]): SoakOptions {
  const { seed = Date.now() % 1_000_000, kills = 20, arguments: tried = 1000, repeats = 100 } = numbersOf(args);
  return { seed, kills, arguments: tried, repeats };
}

function numbersOf(args: readonly string[]): Partial<SoakOptions> {
  const text = { type: "string" } as const;
  const options = { seed: text, kills: text, arguments: text, repeats: text };
  try {
    const { values } = parseArgs({ args: [...args], options });
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, wholeNumber(name, value)]));
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${usage}`, { cause: error });
  }
}

function wholeNumber(name: string, value: string): number {
  if (!/^\d+$/.test(value)) throw new Error(`--${name} is "${value}"; write a whole number.`);
  return Number(value);
}
