import { translateJavaExpression } from "./java-expression/translate";

/**
 * What a regular expression over topics matches. Pulsar compares without the scheme, and the whole name.
 *
 * Its dialect is Java's (Python's and Go's are near it); one that only Java reads is taken as correct, and as matching what is not known.
 */
export type TopicPattern =
  | { readonly kind: "expression"; readonly matches: (topic: string) => boolean }
  | { readonly kind: "foreign" }
  | { readonly kind: "malformed"; readonly reason: string };

/** Reads a pattern that is written as a full topic name. */
export function readTopicPattern(text: string): TopicPattern {
  const translation = translateJavaExpression(withoutScheme(text));
  if (translation.kind !== "translated") return translation;
  try {
    const expression = new RegExp(`^(?:${translation.source})$`, "s");
    return { kind: "expression", matches: (topic) => expression.test(withoutScheme(topic)) };
  } catch (error) {
    return { kind: "malformed", reason: error instanceof Error ? reasonOf(error.message) : String(error) };
  }
}

/**
 * True for the local name of a topic that is meant as an expression. Pulsar takes it for a name, of which nobody has a topic; what is
 * only unusual in a name, such as a dot, a plus or a backslash before nothing that it could mean, is none.
 */
export const looksLikeExpression = (local: string): boolean => expressions.test(local);

const expressions = /[*|]|\\[bBdDpPsSwW.*+?^$()[\]{}|\\]|\.[+?]|\[[^\]]+\]|\{\d+(?:,\d*)?\}|^\^/;

const withoutScheme = (text: string): string => text.slice(text.indexOf("://") < 0 ? 0 : text.indexOf("://") + 3);

/** What is wrong, without the expression that the engine repeats. */
const reasonOf = (message: string): string => (message.split(": ").at(-1) ?? message).toLowerCase();
