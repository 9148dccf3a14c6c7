import { shortHash } from "../names";
import { isSecret, isUnknown, type Placeholder, splitAtPlaceholders } from "../unknown";

/** A value as meshes are compared by it: itself where it is plain and short, else the beginning of a hash. */
export type Settled = string | number | boolean;

/** What stands for a value that the model may not look into. */
export type Settle = (placeholder: Placeholder, text: string) => string;

/**
 * A secret is the same text whatever it is, so that nothing kept of a mesh tells whether it changed. What is not known yet stays
 * a placeholder.
 */
export const withoutSecrets: Settle = ({ kind }, text) => (kind === "secret" ? "(secret)" : text);

/** A text with its placeholders settled. */
export function settledText(text: string, settle: Settle): string {
  if (!isSecret(text) && !isUnknown(text)) return text;
  return splitAtPlaceholders(text)
    .map((piece) => (typeof piece === "string" ? piece : settle(piece, `\u0001${piece.kind}:${piece.index}\u0001`)))
    .join("");
}

/** A value by its hash. What is not known yet follows the hash of the rest, so that the whole is not known either. */
export function hashed(value: unknown, settle: Settle): string {
  const unknown: string[] = [];
  const text = JSON.stringify(
    ordered(value, (part) => {
      const settled = settledText(part, settle);
      if (!isUnknown(settled)) return settled;
      unknown.push(settled);
      return "(computed)";
    }),
  );
  return [`#${shortHash(text)}`, ...unknown].join(" ");
}

/** True for what `hashed` made: it says nothing to people. */
export const isHash = (value: Settled): boolean => typeof value === "string" && /^#[0-9a-f]{8}( |$)/.test(value);

/** The value with the keys of its maps in order: language hosts do not keep theirs. */
function ordered(value: unknown, textOf: (text: string) => string): unknown {
  if (typeof value === "string") return textOf(value);
  if (Array.isArray(value)) return value.map((item) => ordered(item, textOf));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, item]) => [key, ordered(item, textOf)]),
  );
}
