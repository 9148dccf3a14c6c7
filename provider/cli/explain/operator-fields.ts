import { type OperatorWord, ownWords, ownWordsAbove, wholeWord } from "../../model/operator/operator-words";
import type { PackageSchema } from "../../pulumi/schema/package-schema";
import { type Field, findFields } from "./find-field";

/** What a field of operator manifests is here. */
export type OperatorFields =
  | { readonly kind: "renamed"; readonly own: readonly string[]; readonly fields: readonly Field[] }
  | { readonly kind: "without-effect"; readonly reason: string };

/** The fields that exactly this word of the operator's means. */
export function operatorFields(path: string, schema: PackageSchema): OperatorFields | undefined {
  const known = ownWords(path);
  return known?.kind === "renamed" ? renamed(known.words, schema) : known;
}

/** Those below one of the operator's words, and those of a word that is not given from its beginning. */
export function operatorFieldsBelow(path: string, schema: PackageSchema): OperatorFields | undefined {
  const below = renamed(ownWordsAbove(path), schema);
  const whole = wholeWord(path);
  if (below !== undefined || whole === undefined) return below;
  return operatorFields(whole, schema) ?? renamed(ownWordsAbove(whole), schema);
}

const maps = { function: "functions.", source: "sources.", sink: "sinks.", mesh: "" } as const;

function renamed(words: readonly OperatorWord[], schema: PackageSchema): OperatorFields | undefined {
  const meant = words.map(({ own, kind }) => ({
    own: words.length === 1 || kind === undefined ? own : `${own} of a ${kind}`,
    fields: findFields(pathOf(own, kind), schema),
  }));
  const found = meant.filter(({ fields }) => fields.length > 0);
  if (found.length === 0) return undefined;
  return {
    kind: "renamed",
    own: [...new Set(found.map(({ own }) => own))],
    fields: found.flatMap(({ fields }) => fields),
  };
}

const pathOf = (own: string, kind: OperatorWord["kind"]): string => `${kind === undefined ? "" : maps[kind]}${own}`;
