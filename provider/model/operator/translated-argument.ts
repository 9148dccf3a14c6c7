import type { Component } from "./component";
import { operatorWords, ownWords } from "./operator-words";

/** An argument that does not exist. */
export interface UnknownArgument {
  readonly key: string;
  /** The argument that it is stated in; empty at the top. */
  readonly path: string;
  /** The arguments that there are in its place. */
  readonly names: readonly string[];
}

/** What to write in place of an argument that is one of the operator's words; undefined where it is none. */
export function translatedArgument({ key, path, names }: UnknownArgument): string | undefined {
  const isInPod = /(^|\.)pod$/.test(path) && !path.startsWith("defaults.");
  const kind = kindOf(names);
  if (!isInPod && kind === undefined) return undefined;
  const word = isInPod ? `pod.${key}` : key;
  const said = ownWords(word);
  if (said?.kind === "without-effect") return `it is the operator's, so leave it out: ${said.reason}`;
  const own = operatorWords
    .filter((row) => row.word === word || (!isInPod && row.word.startsWith(`${word}.`)))
    .filter((row) => row.kind === undefined || row.kind === kind)
    .map((row) => (isInPod ? row.own : topOf(row)));
  return own.length === 0 ? undefined : `that is the operator's word for ${listed(own)}`;
}

/** Of a whole object, such as the operator's `pulsar`, the arguments that take its place. */
const topOf = ({ word, own }: { readonly word: string; readonly own: string }): string =>
  word.includes(".") ? (own.split(".")[0] ?? own) : own;

const listed = (own: readonly string[]): string => [...new Set(own)].join(", ");

/** Only members are scaled. */
function kindOf(names: readonly string[]): Component["kind"] | undefined {
  if (!names.includes("autoscaling")) return undefined;
  if (!names.includes("output")) return "sink";
  return names.includes("input") ? "function" : "source";
}
