import { isUnknown } from "../unknown";
import type { Change } from "./change";
import type { Carried, MemberFacts } from "./member-facts";
import { fieldPath, topicText } from "./member-words";
import { alsoRestarts, type Restarted } from "./restart-words";

type RestartedMember = Required<Restarted>;

/** What a member reads and writes now, and did not before, and the reverse. */
export function edgeChanges(before: MemberFacts, after: MemberFacts): readonly Change[] {
  return [...readChanges(before, after), ...writeChanges(before, after), ...subscriptionChanges(before, after)];
}

function readChanges(before: MemberFacts, after: MemberFacts): readonly Change[] {
  const [olds, news] = [new Set(before.reads), new Set(after.reads)];
  const added = after.reads.filter((topic) => !olds.has(topic));
  const open = added.filter(isUnknown);
  const path = fieldPath(after, "input");
  const about = { path, members: [after.name], effect: "drain" } as const;
  // A topic that is no longer among those known may be the one that is not known yet.
  const removed = open.length > 0 ? [] : before.reads.filter((topic) => !news.has(topic));
  return [
    ...added
      .filter((topic) => !isUnknown(topic))
      .map((topic) => ({ kind: "edgeAdded" as const, ...about, topic, text: readsText({ before, after }, topic) })),
    ...removed.map((topic) => ({
      kind: "edgeRemoved" as const,
      ...about,
      topic,
      text: readsNoMoreText({ before, after }, topic),
    })),
    ...(open.length === 0
      ? []
      : [{ kind: "knownWhenApplied" as const, ...about, text: `what ${after.name} reads is known only when applied` }]),
  ];
}

function readsText(member: RestartedMember, topic: string): string {
  const { name, subscription, fields } = member.after;
  const reads = `${name} reads ${topicText(topic)} from now on, and ${alsoRestarts(member)}`;
  if (isPassing(topic) || subscription === undefined || isUnknown(subscription)) return reads;
  return `${reads}: its subscription ${subscription} there begins at ${String(fields["subscriptionPosition"] ?? "earliest")}`;
}

function readsNoMoreText(member: RestartedMember, topic: string): string {
  const { name, subscription, kept = [], careful = [] } = member.before;
  const reads = `${name} no longer reads ${topicText(topic)}, and ${alsoRestarts(member)}`;
  if (isPassing(topic) || subscription === undefined) return reads;
  if (kept.includes(topic)) return `${reads}: its subscription ${subscription} there stays`;
  return careful.includes(topic)
    ? `${reads}: its subscription ${subscription} there is deleted, unless it holds messages that are not processed`
    : `${reads}: its subscription ${subscription} there is deleted, and may lose messages: those in it that are not processed`;
}

/** Nobody has a subscription of the mesh's on such a topic, or nobody knows on which. */
const isPassing = (topic: string): boolean => !topic.startsWith("persistent://") || /[*+?|()[\]\\^$]/.test(topic);

/** The argument that names what is written to. */
const written: Readonly<Record<Carried, string>> = {
  results: "output.topic",
  "log lines": "logTopic",
  "dead letters": "deadLetterTopic",
  "late data": "windowConfig.lateDataTopic",
};
const carriedKinds = ["results", "log lines", "dead letters", "late data"] as const satisfies readonly Carried[];

function writeChanges(before: MemberFacts, after: MemberFacts): readonly Change[] {
  return carriedKinds.flatMap((carried): readonly Change[] => {
    const [old, now] = [before.writes[carried], after.writes[carried]];
    if (old === now) return [];
    const about = { path: fieldPath(after, written[carried]), members: [after.name], effect: "roll" } as const;
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
              text: `${whose} go to ${topicText(now)} from now on, and ${alsoRestarts({ before, after }, "it restarts")}`,
            },
          ]),
      ...(old === undefined
        ? []
        : [
            {
              kind: "edgeRemoved" as const,
              ...about,
              topic: old,
              text: `${whose} no longer go to ${topicText(old)}${now === undefined ? `, and ${alsoRestarts({ before, after }, "it restarts")}` : ""}`,
            },
          ]),
    ];
  });
}

function subscriptionChanges(before: MemberFacts, after: MemberFacts): readonly Change[] {
  const [old, now] = [before.subscription, after.subscription];
  if (old === now || old === undefined || now === undefined) return [];
  const about = { path: fieldPath(after, "subscriptionName"), members: [after.name], effect: "drain" } as const;
  if (isUnknown(now)) {
    return [
      { kind: "knownWhenApplied", ...about, text: `the subscription of ${after.name} is known only when applied` },
    ];
  }
  const position = String(after.fields["subscriptionPosition"] ?? "earliest");
  const stays = before.reads.some((topic) => before.kept?.includes(topic) === true) ? ", which stays" : "";
  return [
    {
      kind: "subscriptionRenamed",
      ...about,
      text: `the subscription of ${after.name} is ${now} in place of ${old}${stays}: it begins at ${position}, so that ${seen(position)}`,
    },
  ];
}

/** Messages are kept until every subscription has read them, and for a while after. */
const seen = (position: string): string =>
  position === "earliest"
    ? "what the old one has not read is read, and what is still kept of the rest is read again"
    : "what the old one has not read is not read";
