import type { Problem } from "../../model/problem";
import { textForms } from "../../model/text-form";
import { type Placeholder, splitAtPlaceholders } from "../../model/unknown";
import type { Leaf } from "../../pulumi/schema/read-arguments";

/** A value with what stood in the arguments in place of the placeholders for it. */
export interface Filled {
  readonly value: unknown;
  /** Paths of arguments that were left out, and would have to be there. */
  readonly missing: ReadonlySet<string>;
}

/** Puts the values of secrets back where the model carried placeholders for them. */
export function fillPlaceholders(value: unknown, leaves: readonly Leaf[]): Filled {
  const missing = new Set<string>();
  const valueOf = ({ index, form }: Placeholder): unknown => {
    const leaf = leaves[index];
    if (leaf?.value === undefined) for (const path of leaf?.dependencies ?? []) missing.add(path);
    return form === undefined || leaf?.value === undefined ? leaf?.value : textForms[form](String(leaf.value));
  };
  const fillText = (text: string): unknown => {
    const pieces = splitAtPlaceholders(text).map((piece) => (typeof piece === "string" ? piece : valueOf(piece)));
    return pieces.length === 1 ? pieces[0] : pieces.map(String).join("");
  };
  const fill = (part: unknown): unknown => {
    if (typeof part === "string") return part.includes("\u0001") ? fillText(part) : part;
    if (Array.isArray(part)) return part.map(fill);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, fill(item)]));
  };
  return { value: fill(value), missing };
}

export const missingProblems = (missing: ReadonlySet<string>): readonly Problem[] =>
  [...missing].sort().map((path) => ({
    code: "FM080",
    severity: "error",
    path,
    message: "is missing",
    help: "pods are told in it where Pulsar is, so state it to have them rendered",
  }));
