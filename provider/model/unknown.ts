/**
 * Values the model may carry but not look into.
 *
 * At preview an argument can be unknown (an output of a resource that does not exist yet), and a secret argument must never
 * be read by the model at all. Both stand in the arguments as a placeholder text, whatever their declared type is: renderers
 * copy it like any other text, rules skip it, and the edge puts the real (unknown or secret) value back into the result.
 */
// eslint-disable-next-line no-control-regex -- the marker is chosen because no text of a user holds it
const pattern = /\u0001(unknown|secret):(\d+)(?::(json|line|ini))?\u0001/;
const everyPlaceholder = new RegExp(pattern.source, "g");

export type PlaceholderKind = "unknown" | "secret";

/** How a text is written where it stands inside another one (text-form.ts). */
export type TextForm = "json" | "line" | "ini";

/** With a form, the value is written in it when it takes the placeholder's place. */
export const placeholder = (kind: PlaceholderKind, index: number, form?: TextForm): string =>
  `\u0001${kind}:${index}${form === undefined ? "" : `:${form}`}\u0001`;

const marker = "\u0001";

const isOfKind = (value: unknown, kind: PlaceholderKind): boolean =>
  typeof value === "string" && value.includes(marker) && value.includes(`${marker}${kind}:`);

/** True for a value that is not known yet, or a text with an unknown part. */
export const isUnknown = (value: unknown): boolean => isOfKind(value, "unknown");

/** True for a secret value, or a text with a secret part; known or not. */
export const isSecret = (value: unknown): boolean => isOfKind(value, "secret");

/** True for a value that can be looked at: neither unknown nor secret. */
export const isKnown = (value: unknown): boolean => !isUnknown(value) && !isSecret(value);

/** True when no part of a value, however deep, is a placeholder. */
export function isWhollyKnown(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isWhollyKnown);
  if (typeof value === "object" && value !== null) return Object.values(value).every(isWhollyKnown);
  return isKnown(value);
}

/** True for a value that is a placeholder and nothing besides. */
export const isWholePlaceholder = (value: string): boolean =>
  value.startsWith(marker) && value.indexOf(marker, 1) === value.length - 1;

export interface Placeholder {
  readonly kind: PlaceholderKind;
  readonly index: number;
  readonly form?: TextForm;
}

/** A text cut at its placeholders; plain pieces are texts. */
export function splitAtPlaceholders(text: string): readonly (string | Placeholder)[] {
  const pieces: (string | Placeholder)[] = [];
  let end = 0;
  for (const match of text.matchAll(everyPlaceholder)) {
    if (match.index > end) pieces.push(text.slice(end, match.index));
    pieces.push(readPlaceholder(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

function readPlaceholder([, kind, index, form]: RegExpMatchArray): Placeholder {
  return {
    kind: kind === "secret" ? "secret" : "unknown",
    index: Number(index),
    ...(form === "json" || form === "line" || form === "ini" ? { form } : {}),
  };
}
