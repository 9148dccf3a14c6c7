import type { Effect } from "../effects/effect";
import { isUnknown } from "../unknown";
import { type Cause, homeCause, identityCause, isCompleted, isLeftOut } from "./causes";
import type { Change } from "./change";
import type { Carried, MemberFacts } from "./member-facts";
import { fieldPath, isPattern, listed, topicText } from "./member-words";
import { alsoRestarts, type Restarted } from "./restart-words";

type RestartedMember = Required<Restarted>;

/** Tells whether somebody reads a topic already by the subscription that a member is to read it by. */
export type IsThere = (member: MemberFacts, topic: string) => boolean;

/** What a member reads and writes now, and did not before, and the reverse. */
export function edgeChanges(member: RestartedMember, isThere: IsThere): readonly Change[] {
  return [...readChanges(member, isThere), ...writeChanges(member), ...subscriptionChanges(member, isThere)];
}

function readChanges(member: RestartedMember, isThere: IsThere): readonly Change[] {
  const { before, after } = member;
  const [olds, news] = [new Set(before.reads), new Set(after.reads)];
  const added = after.reads.filter((topic) => !olds.has(topic));
  const open = added.filter(isUnknown);
  const about = { path: fieldPath(after, "input"), members: [after.name] };
  const home = homeCause(member);
  // Instances find topics by themselves.
  const effectOf = (topic: string, found: readonly string[] | undefined): Effect =>
    statedReads(before) === statedReads(after) && found?.includes(topic) === true ? "none" : "drain";
  // A topic that is no longer among those known may be the one that is not known yet.
  const removed = open.length > 0 ? [] : before.reads.filter((topic) => !news.has(topic));
  return [
    ...added
      .filter((topic) => !isUnknown(topic))
      .map((topic): Change => {
        const effect = effectOf(topic, after.found);
        const cause = before.reads.some((old) => isCompleted(member, old, topic)) ? home : undefined;
        const text = readsText(member, { topic, effect, isThere, cause });
        return { kind: "edgeAdded", ...about, ...pathOf(cause), effect, topic, text };
      }),
    ...removed.map((topic): Change => {
      const effect = effectOf(topic, before.found);
      const cause = after.reads.some((now) => isCompleted(member, topic, now)) ? home : undefined;
      const text = readsNoMoreText(member, { topic, effect, cause });
      return { kind: "edgeRemoved", ...about, ...pathOf(cause), effect, topic, text };
    }),
    ...(open.length === 0
      ? []
      : [
          {
            kind: "knownWhenApplied" as const,
            ...about,
            effect: "drain" as const,
            text: `what ${after.name} reads is known only when applied`,
          },
        ]),
  ];
}

/** What it is told to read. */
const statedReads = ({ reads, found = [] }: MemberFacts): string =>
  reads
    .filter((topic) => !found.includes(topic))
    .sort()
    .join("\n");

const pathOf = (cause: Cause | undefined): { path?: string } => (cause === undefined ? {} : { path: cause.path });

const sinceText = (cause: Cause | undefined): string =>
  cause === undefined ? "" : `, since its ${cause.word} changed`;

interface ReadTopic {
  readonly topic: string;
  readonly effect: Effect;
  readonly cause: Cause | undefined;
}

function readsText(
  member: RestartedMember,
  { topic, effect, cause, isThere }: ReadTopic & { readonly isThere: IsThere },
): string {
  const { name, subscription } = member.after;
  const how = effect === "none" ? ", which its pattern finds" : `${sinceText(cause)}, and ${alsoRestarts(member)}`;
  const reads = `${name} reads ${readText(topic)} from now on${how}`;
  if (isPassing(topic) || subscription === undefined || isUnknown(subscription)) return reads + passingText(topic);
  return isThere(member.after, topic)
    ? `${reads}: its subscription ${subscription} is there already, and goes on where it is`
    : `${reads}: its subscription ${subscription} there begins at ${positionOf(member.after)}`;
}

function readsNoMoreText(member: RestartedMember, { topic, effect, cause }: ReadTopic): string {
  const { name, subscription, kept = [], careful = [] } = member.before;
  const restart = effect === "none" ? "" : `${sinceText(cause)}, and ${alsoRestarts(member)}`;
  const reads = `${name} no longer reads ${readText(topic)}${restart}`;
  if (isPassing(topic) || subscription === undefined) return reads;
  if (kept.includes(topic)) return `${reads}: its subscription ${subscription} there stays`;
  return careful.includes(topic)
    ? `${reads}: its subscription ${subscription} there is deleted, unless it holds messages that are not processed`
    : `${reads}: its subscription ${subscription} there is deleted, and may lose messages: those in it that are not processed`;
}

const positionOf = ({ fields }: MemberFacts): string => String(fields["subscriptionPosition"] ?? "earliest");

/** Nobody has a subscription of the mesh's on such a topic, or nobody knows on which. */
const isPassing = (topic: string): boolean => !topic.startsWith("persistent://") || isPattern(topic);

/** `reads retail/orders/clicks`, or by a pattern. */
const readText = (topic: string): string => `${isPattern(topic) ? "by the pattern " : ""}${topicText(topic)}`;

/** Of a topic that keeps no messages. */
const passingText = (topic: string): string =>
  topic.startsWith("non-persistent://")
    ? "; may lose messages: it keeps none that come while no instance reads it"
    : "";

/** The argument that names what is written to. */
const written: Readonly<Record<Carried, string>> = {
  results: "output.topic",
  "log lines": "logTopic",
  "dead letters": "deadLetterTopic",
  "late data": "windowConfig.lateDataTopic",
};
const carriedKinds = ["results", "log lines", "dead letters", "late data"] as const satisfies readonly Carried[];

function writeChanges(member: RestartedMember): readonly Change[] {
  const { before, after } = member;
  return carriedKinds.flatMap((carried): readonly Change[] => {
    const [old, now] = [before.writes[carried], after.writes[carried]];
    if (old === now) return [];
    const cause = causeOfWriting(member, carried);
    const path = cause?.path ?? fieldPath(after, written[carried]);
    const about = { path, members: [after.name], effect: "roll" } as const;
    const since = sinceText(cause);
    const whose = `the ${carried} of ${after.name}`;
    if (isUnknown(now))
      return [{ kind: "knownWhenApplied", ...about, text: `where ${whose} go is known only when applied` }];
    return [
      ...(now === undefined
        ? []
        : [
            {
              kind: "edgeAdded" as const,
              ...about,
              topic: now,
              text: `${whose} go to ${topicText(now)} from now on${since}, and ${alsoRestarts(member, "it restarts")}`,
            },
          ]),
      ...(old === undefined
        ? []
        : [
            {
              kind: "edgeRemoved" as const,
              ...about,
              topic: old,
              text: `${whose} no longer go to ${topicText(old)}${now === undefined ? `${since}, and ${alsoRestarts(member, "it restarts")}` : ""}`,
            },
          ]),
    ];
  });
}

/** A topic that the member does not name, or not in full. */
function causeOfWriting(member: RestartedMember, carried: Carried): Cause | undefined {
  const { before, after } = member;
  const [old, now] = [before.writes[carried], after.writes[carried]];
  if (old !== undefined && now !== undefined && isCompleted(member, old, now)) return homeCause(member);
  if (carried !== "dead letters" || !isLeftOut(member, "deadLetterTopic")) return undefined;
  if (old !== undefined && now !== undefined) return identityCause(member);
  const field = ["maxMessageRetry", "subscriptionName"].find((each) => differs(member, each));
  return field === undefined ? undefined : { path: fieldPath(after, field), word: field };
}

const differs = ({ before, after }: RestartedMember, field: string): boolean =>
  field === "subscriptionName"
    ? before.subscription !== after.subscription
    : before.fields[field] !== after.fields[field];

function subscriptionChanges(member: RestartedMember, isThere: IsThere): readonly Change[] {
  const { before, after } = member;
  const [old, now] = [before.subscription, after.subscription];
  if (old === now || old === undefined || now === undefined) return [];
  const cause = isLeftOut(member, "subscriptionName") ? identityCause(member) : undefined;
  const path = cause?.path ?? fieldPath(after, "subscriptionName");
  const about = { path, members: [after.name], effect: "drain" } as const;
  if (isUnknown(now)) {
    return [
      { kind: "knownWhenApplied", ...about, text: `the subscription of ${after.name} is known only when applied` },
    ];
  }
  const follows = cause === undefined ? "" : `, as it follows from its ${cause.word},`;
  const stays = before.reads.some((topic) => before.kept?.includes(topic) === true) ? ", which stays" : "";
  const text = `the subscription of ${after.name} is ${now}${follows} in place of ${old}${stays}`;
  return [{ kind: "subscriptionRenamed", ...about, text: `${text}${beginningOf(member, isThere)}` }];
}

/** Where the new subscription begins on what the member read before. On other topics that is told of these. */
function beginningOf({ before, after }: RestartedMember, isThere: IsThere): string {
  if (after.reads.every((topic) => topic.startsWith("non-persistent://")))
    return ": its topics are non-persistent, and keep no messages for either";
  const topics = after.reads.filter((topic) => topic.startsWith("persistent://") && before.reads.includes(topic));
  if (topics.length === 0) return "";
  const there = topics.filter((topic) => isThere(after, topic));
  const rest = topics.filter((topic) => !isThere(after, topic));
  const where = (some: readonly string[]): string =>
    some.length === after.reads.length ? "" : ` on ${listed(some.map(topicText))}`;
  const position = positionOf(after);
  const goesOn = `others read${where(there)} by it already, so that it goes on where it is, and what the old one has not read may not be read`;
  const begins = `it begins${where(rest)} at ${position}, so that ${seen(position)}`;
  return [...(rest.length === 0 ? [] : [begins]), ...(there.length === 0 ? [] : [goesOn])]
    .map((said, index) => `${index === 0 ? ":" : ";"} ${said}`)
    .join("");
}

/** Messages are kept until every subscription has read them, and for a while after. */
const seen = (position: string): string =>
  position === "earliest"
    ? "what the old one has not read is read, and what is still kept of the rest is read again"
    : "it may lose messages: what the old one has not read is not read";
