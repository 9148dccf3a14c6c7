import { argumentPath } from "../argument-path";
import { sortedEntries } from "../sorted-entries";
import { readFullName, topicText } from "../topic-name";
import { looksLikeExpression } from "../topic-pattern";
import type { MemberPattern } from "./member-patterns";
import type { CheckedMesh } from "./rule";
import { isRefused, type StatedTopic, statedTopics } from "./stated-topics";

/**
 * The texts that are to name topics and do not, which FM003 tells. What seems to lack a reader or a writer may lack only that one, and is
 * then no fault of its own.
 */
export function refusedTopics(mesh: CheckedMesh): readonly StatedTopic[] {
  const { plan, spec, home } = mesh;
  const declared = sortedEntries(spec.topics).map(([key]): StatedTopic => ({
    text: key,
    path: () => argumentPath("topics", key),
    use: "declared",
  }));
  return [
    ...plan.members.flatMap((member) => statedTopics(member).filter((stated) => isRefused(mesh, stated, member))),
    ...declared.filter((stated) => isRefused(mesh, stated, home)),
  ];
}

/** True for a text that was meant for a topic, by all that can be seen: the same letters, or an expression that begins like it. */
export function mayMean({ text, isPattern }: StatedTopic, topic: string): boolean {
  if (isPattern === true) return true;
  const { local } = readFullName(topic) ?? {};
  if (local === undefined) return false;
  const last = lastPart(text);
  if (looksLikeExpression(last)) return local.startsWith(plainBeginning(last));
  return lettersOf(local) !== "" && lettersOf(last) === lettersOf(local);
}

/** True for a pattern that may be meant to find what a refused text names: as far as it is no expression, it begins alike. */
export function mayFind({ text }: MemberPattern, refused: StatedTopic): boolean {
  const last = lastPart(refused.text);
  if (looksLikeExpression(last)) return true;
  const { local } = readFullName(text) ?? {};
  return local !== undefined && lettersOf(last).startsWith(lettersOf(plainBeginning(local)));
}

/** True for a text that is no expression, and begins like a topic of its namespace as far as it could be one. */
export function mayHaveFound({ text, pattern }: MemberPattern, topic: string): boolean {
  const [wanted, found] = [readFullName(text), readFullName(topic)];
  if (pattern.kind !== "malformed" || wanted === undefined || found === undefined) return false;
  const isAtHome = topicText({ ...wanted, local: "" }) === topicText({ ...found, local: "" });
  return isAtHome && found.local.startsWith(plainBeginning(wanted.local));
}

/** What all that an expression finds begins with: up to the first character that means something there, or may be left out. */
function plainBeginning(expression: string): string {
  const anchored = expression.replace(/^\^/, "");
  const isOfAlternatives = anchored.replace(/\([^()]*\)/g, "").includes("|");
  return isOfAlternatives ? "" : (/^(?:[^*+?.()[\]{}|\\^$](?![*?{]))*/.exec(anchored)?.[0] ?? "");
}

/** The local name, as far as a text that is no name has one. */
const lastPart = (text: string): string => text.split("/").findLast((part) => part !== "") ?? "";

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
