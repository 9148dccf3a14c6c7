import type { Effect } from "../effects/effect";
import { isUnknown } from "../unknown";
import { type Cause, homeCause, identityCause, isCompleted, isLeftOut } from "./causes";
import { type Change, type Saying, saying } from "./change";
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
        const said = readsSaying(member, { topic, effect, isThere, cause });
        return { kind: "edgeAdded", ...about, ...pathOf(cause), effect, topic, ...said };
      }),
    ...removed.map((topic): Change => {
      const effect = effectOf(topic, before.found);
      const cause = after.reads.some((now) => isCompleted(member, topic, now)) ? home : undefined;
      const said = readsNoMoreSaying(member, { topic, effect, cause });
      return { kind: "edgeRemoved", ...about, ...pathOf(cause), effect, topic, ...said };
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

function readsSaying(
  member: RestartedMember,
  { topic, effect, cause, isThere }: ReadTopic & { readonly isThere: IsThere },
): Saying {
  const { name, subscription } = member.after;
  const how = effect === "none" ? ", which its pattern finds" : `${sinceText(cause)}, and ${alsoRestarts(member)}`;
  const reads = `${name} reads ${readText(topic)} from now on${how}`;
  if (topic.startsWith("non-persistent://"))
    return saying(`${reads}; may lose messages: it keeps none that come while no instance reads it`, [name]);
  if (isPassing(topic) || subscription === undefined || isUnknown(subscription)) return saying(reads);
  const begins = isThere(member.after, topic)
    ? `${subscription} is there already, and goes on where it is`
    : `${subscription} there begins at ${positionOf(member.after)}`;
  return saying(`${reads}: its subscription ${begins}`);
}

function readsNoMoreSaying(member: RestartedMember, { topic, effect, cause }: ReadTopic): Saying {
  const { name, subscription, kept = [], careful = [] } = member.before;
  const restart = effect === "none" ? "" : `${sinceText(cause)}, and ${alsoRestarts(member)}`;
  const reads = `${name} no longer reads ${readText(topic)}${restart}`;
  if (isPassing(topic) || subscription === undefined) return saying(reads);
  const ends = `${reads}: its subscription ${subscription} there`;
  if (kept.includes(topic)) return saying(`${ends} stays`);
  return careful.includes(topic)
    ? saying(`${ends} is deleted, unless it holds messages that are not processed`)
    : saying(`${ends} is deleted, and may lose messages: those in it that are not processed`, [member.after.name]);
}

const positionOf = ({ fields }: MemberFacts): string => String(fields["subscriptionPosition"] ?? "earliest");

/** Nobody has a subscription of the mesh's on such a topic, or nobody knows on which. */
const isPassing = (topic: string): boolean => !topic.startsWith("persistent://") || isPattern(topic);

/** `reads retail/orders/clicks`, or by a pattern. */
const readText = (topic: string): string => `${isPattern(topic) ? "by the pattern " : ""}${topicText(topic)}`;

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
  // Where it follows from something else, that is what is said to restart the instances.
  const restart = cause === undefined ? `, and ${alsoRestarts(member, `${after.name} restarts`)}` : "";
  const text = `the subscription of ${after.name} is ${now}${follows} in place of ${old}${stays}${restart}`;
  const { text: beginning, mayLose } = beginningOf(member, isThere);
  return [{ kind: "subscriptionRenamed", ...about, ...saying(text + beginning, mayLose) }];
}

/** Where the new subscription begins on what the member read before. On other topics that is told of these. */
function beginningOf({ before, after }: RestartedMember, isThere: IsThere): Saying {
  if (after.reads.every((topic) => topic.startsWith("non-persistent://")))
    return saying(": its topics are non-persistent, and keep no messages for either");
  const topics = after.reads.filter((topic) => topic.startsWith("persistent://") && before.reads.includes(topic));
  if (topics.length === 0) return saying("");
  const there = topics.filter((topic) => isThere(after, topic));
  const rest = topics.filter((topic) => !isThere(after, topic));
  const where = (some: readonly string[]): string =>
    some.length === after.reads.length ? "" : ` on ${listed(some.map(topicText))}`;
  const position = positionOf(after);
  const goesOn = `others read${where(there)} by it already, so that it goes on where it is, and what the old one has not read may not be read`;
  const begins = `it begins${where(rest)} at ${position}, so that ${seen(position)}`;
  const said = [...(rest.length === 0 ? [] : [begins]), ...(there.length === 0 ? [] : [goesOn])]
    .map((each, index) => `${index === 0 ? ":" : ";"} ${each}`)
    .join("");
  return saying(said, rest.length === 0 || position === "earliest" ? [] : [after.name]);
}

/** Messages are kept until every subscription has read them, and for a while after. */
const seen = (position: string): string =>
  position === "earliest"
    ? "what the old one has not read is read, and what is still kept of the rest is read again"
    : "it may lose messages: what the old one has not read is not read";
