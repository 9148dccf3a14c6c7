import { isDeepStrictEqual } from "node:util";
import { AssetValue } from "../../provider/model/asset-value";
import { type Values } from "./broken-arguments";
import { Misbehaviour, shortened } from "./misbehaviour";

export interface Arguments {
  readonly inputs: Values;
  /** The right arguments that they were made of. */
  readonly base: Values;
  /** Of every argument that there is. */
  readonly names: ReadonlySet<string>;
}

/** Throws unless the message names an argument that is wrong, or is made so by another. */
export function expectNamed({ inputs, base, names }: Arguments, message: string): void {
  const given = new Set([...Object.keys(inputs), ...Object.keys(base)]);
  const suspects = [...given].filter((name) => !isDeepStrictEqual(inputs[name], base[name]));
  const said = withoutPurpose(message);
  const isNamed = (name: string): boolean => (names.has(name) ? saysArgument(said, name) : saysUnknown(said, name));
  if (suspects.some((name) => isNamed(name) || isQuoted(inputs[name], said))) return;
  throw new Misbehaviour(
    `an error names none of ${suspects.map((name) => `"${name}"`).join(", ")}: ${shortened(message)}`,
  );
}

/** "Could not create topic a/b: …" says what was done, and not what is wrong; "Could not set entryFilters of …" says both. */
const withoutPurpose = (message: string): string =>
  message.replace(/\bCould not (?:[a-z]+ (\w+) of )?[a-z].*?: (?=[A-Z])/gs, "$1: ");

/** In the broker's words perhaps, as "backlog quota", or by the part that is wrong. */
const saysArgument = (message: string, name: string): boolean =>
  message.includes(name) || [name, ...(parts[name] ?? [])].some((part) => letters(message).includes(letters(part)));

/** Of what the name in an argument is made. */
const parts: Readonly<Record<string, readonly string[]>> = { topic: ["namespace", "tenant"], namespace: ["tenant"] };

/** "a" or "/" is in every message: what is no argument has to stand where the name of one does. */
const saysUnknown = (message: string, name: string): boolean =>
  message.startsWith(`"${name}":`) || (name !== "" && message.startsWith(`${name}:`));

/** A file or an address that cannot be read is told as such. */
const isQuoted = (value: unknown, message: string): boolean =>
  value instanceof AssetValue && message.includes("cannot be read");

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, "");
