import { type Saying, saying } from "./change";
import type { MemberFacts } from "./member-facts";
import { someOf } from "./member-words";
import type { Restarted } from "./restart-words";

/** What becomes of messages when the instances of a member are others. */
type Loss =
  "non-persistent" | "skipToLatest" | "window" | "atmost_once" | "atleast_once" | "effectively_once" | "manual";

const losing: ReadonlySet<Loss | undefined> = new Set(["non-persistent", "skipToLatest", "window", "atmost_once"]);

const texts: Readonly<Record<Loss, string>> = {
  "non-persistent": "; may lose messages of non-persistent topics, which keep none meanwhile",
  skipToLatest: "; may lose messages: its new instances begin at the newest one (skipToLatest)",
  window: "; may lose the messages in its windows: at-most-once",
  atmost_once: "; may lose the messages that it is processing: at-most-once",
  atleast_once: "; no message loss: at-least-once",
  effectively_once: "; no message loss: effectively-once",
  manual: "; no message loss: what is not acknowledged comes again",
};

/** A sentence of a restart of a member's instances, with what that does to messages. */
export const withMessages = (text: string, member: Restarted): Saying =>
  saying(text + messagesText(member), losersOf([member]));

/** The same of several. */
export const withLossOf = (text: string, members: readonly Restarted[]): Saying =>
  saying(text + lossOf(members), losersOf(members));

const losersOf = (members: readonly Restarted[]): readonly string[] =>
  members.filter((member) => losing.has(lossOfOne(member))).map(({ before, after = before }) => after.name);

/** What a restart of a member's instances does to messages. Nothing is said where the program does not say enough. */
function messagesText(member: Restarted): string {
  const loss = lossOfOne(member);
  return loss === undefined || (member.fate?.mayLose === true && !losing.has(loss)) ? "" : texts[loss];
}

/** The same of several. Said only where all are alike, or one may lose something. */
function lossOf(members: readonly Restarted[]): string {
  const readers = members.filter(({ before }) => before.kind !== "source" && before.pods !== 0);
  const some = readers.filter((member) => losing.has(lossOfOne(member)));
  if (some.length > 0) return `; may lose messages of ${someOf(some.map(({ before }) => before.name))}`;
  return readers.length > 0 &&
    readers.every((member) => lossOfOne(member) === "atleast_once" && member.fate?.mayLose !== true)
    ? texts.atleast_once
    : "";
}

function lossOfOne({ before, after = before }: Restarted): Loss | undefined {
  if (before.kind === "source" || before.reads.length === 0 || before.pods === 0) return undefined;
  if (before.reads.some((topic) => topic.startsWith("non-persistent://"))) return "non-persistent";
  if (after.fields["skipToLatest"] === true) return "skipToLatest";
  // The old instances have acknowledged what they hold.
  return hasWindow(before) && isAtMostOnce(before) ? "window" : guaranteeOf(before);
}

const hasWindow = ({ fields }: MemberFacts): boolean =>
  Object.keys(fields).some((field) => field.startsWith("windowConfig."));

const isAtMostOnce = ({ guarantee, fields }: MemberFacts): boolean =>
  guarantee === "atmost_once" || fields["windowConfig.processingGuarantees"] === "ATMOST_ONCE";

const guarantees = ["atleast_once", "effectively_once", "manual", "atmost_once"] as const satisfies readonly Loss[];

const guaranteeOf = ({ guarantee }: MemberFacts): Loss | undefined => guarantees.find((each) => each === guarantee);
