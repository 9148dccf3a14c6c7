import { isKnown, splitAtPlaceholders } from "../../model/unknown";
import type { Leaf } from "../schema/read-arguments";

/** Finds a text as a program states it, also one that must not be shown; undefined for what another resource computes. */
export type StatedText = (text: string) => string | undefined;

export const statedIn =
  (leaves: readonly Leaf[]): StatedText =>
  (text) => {
    if (isKnown(text)) return text;
    const [placeholder, ...more] = splitAtPlaceholders(text);
    if (typeof placeholder !== "object" || more.length > 0) return undefined;
    const leaf = leaves[placeholder.index];
    return leaf?.dependencies.length === 0 && typeof leaf.value === "string" ? leaf.value : undefined;
  };
