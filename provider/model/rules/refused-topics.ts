import { argumentPath } from "../argument-path";
import { sortedEntries } from "../sorted-entries";
import { readFullName } from "../topic-name";
import { looksLikeExpression } from "../topic-pattern";
import type { MemberPattern } from "./member-patterns";
import type { CheckedMesh } from "./rule";
import { isRefused, type StatedTopic, statedTopics } from "./stated-topics";

/**
 * The texts that are to name topics and do not, which FM003 tells. What seems to lack a reader or a writer may lack only that one, and is
 * then no fault of its own.
 */
export function refusedTopics({ plan, spec }: CheckedMesh): readonly StatedTopic[] {
  const declared = sortedEntries(spec.topics).map(([key]): StatedTopic => ({
    text: key,
    path: () => argumentPath("topics", key),
    use: "declared",
  }));
  return [...plan.members.flatMap(statedTopics), ...declared].filter(isRefused);
}

/** True for a text that was meant for a topic, by all that can be seen: the same letters, or an expression that begins like it. */
export function mayMean({ text, isPattern }: StatedTopic, topic: string): boolean {
  if (isPattern === true) return true;
  const { local = "" } = readFullName(topic) ?? {};
  const letters = lettersOf(local);
  if (letters !== "" && lettersOf(text).includes(letters)) return true;
  const last = lastPart(text);
  return looksLikeExpression(last) && local.startsWith(plainBeginning(last));
}

/** True for a pattern that may be meant to find what a refused text names: as far as it is no expression, it begins alike. */
export function mayFind({ text }: MemberPattern, refused: StatedTopic): boolean {
  if (looksLikeExpression(lastPart(refused.text))) return true;
  const local = lastPart(text);
  return lettersOf(refused.text).includes(lettersOf(/^[\w-]*/.exec(local)?.[0] ?? ""));
}

/** True for a text that is no expression, and begins like a topic as far as it could be one. */
export function mayHaveFound({ text, pattern }: MemberPattern, topic: string): boolean {
  return pattern.kind === "malformed" && topic.startsWith(plainBeginning(text));
}

/** A text up to the first character that means something in an expression. */
const plainBeginning = (text: string): string => /^[^*+?.()[\]{}|\\^$]*/.exec(text)?.[0] ?? "";

const lastPart = (text: string): string => text.slice(text.lastIndexOf("/") + 1);

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
