import { isUnknown } from "../unknown";
import { type Change, type Saying, saying } from "./change";
import { type DifferingMember, sharedDifferences } from "./defaults-changes";
import { edgeChanges, type IsThere } from "./edge-changes";
import type { Fates } from "./fate";
import { fieldChanges } from "./field-changes";
import { clustersLeftBehind } from "./left-behind";
import { memberDifferences } from "./member-differences";
import type { MemberFacts } from "./member-facts";
import type { MeshFacts } from "./mesh-facts";
import { podsCredentials, withPodsCredentials } from "./pods-credentials";
import { counted, fieldPath, identityOf, isElsewhere, listed, placeOfMember, topicText } from "./member-words";
import { paired } from "./paired";
import { placeChanges, type PlaceContext } from "./place-changes";
import { pairedByLikeness, renamedChange } from "./renamed-members";
import { sharedMoves } from "./shared-moves";
import { alsoRestarts } from "./restart-words";
import type { SettledFields } from "./settled-fields";
import { withMessages } from "./message-loss";
import { isOfScaling, scalingChanges } from "./scaling-changes";
import { volumesOfRemoved } from "./volume-words";

/** What becomes of the members of a mesh. */
export function memberChanges(before: MeshFacts, after: MeshFacts, fates: Fates): readonly Change[] {
  const named = paired(before.members, after.members, identityOf);
  // A key of the same kind that has another name is the same member to whoever wrote it.
  const keyed = pairedByLikeness(paired(named.removed, named.added, ({ key, kind }) => `${kind} ${key}`));
  const differing = [...named.both, ...keyed.both].map(([old, now]): DifferingMember => ({
    before: old,
    after: now,
    differences: withPodsCredentials(memberDifferences(old, now, after.naming === "stable"), [
      credentialsIn(before, old),
      credentialsIn(after, now),
    ]),
    fate: fates(now.name),
  }));
  const leftBehind = clustersLeftBehind(after);
  const isThere = readersIn(before.members);
  const moves = sharedMoves(differing, leftBehind);
  const shared = sharedDifferences(differing);
  return [
    ...moves.changes,
    ...shared.changes,
    ...[
      ...keyed.removed.map(removedChange),
      ...keyed.added.map((member) => addedChange(member, keyed.removed)),
      ...shared.rest.flatMap((member) =>
        changesOfOne(member, { isMoveTold: moves.told.has(member.after.id), leftBehind, isThere }),
      ),
    ].sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0)),
  ];
}

/** What the pods of a member get, of their own or of their cluster. */
const credentialsIn = ({ pulsarClusters }: MeshFacts, member: MemberFacts): SettledFields =>
  podsCredentials(pulsarClusters.find(({ name }) => name === member.pulsarClusters[0])?.fields ?? {}, member.fields);

/** Who reads what by which subscription before the change. */
function readersIn(members: readonly MemberFacts[]): IsThere {
  const known = new Set(members.flatMap((member) => member.reads.flatMap((topic) => readKeys(member, topic))));
  return (member, topic) => {
    const keys = readKeys(member, topic);
    return keys.length > 0 && keys.every((key) => known.has(key));
  };
}

const readKeys = ({ subscription, pulsarClusters }: MemberFacts, topic: string): readonly string[] =>
  pulsarClusters.map((cluster) => JSON.stringify([cluster, topic, subscription]));

/** A component that keeps its name and gets another Kubernetes namespace, where that is told as a place. */
const isMove = ({ before, after }: DifferingMember): boolean =>
  before.name === after.name && isElsewhere(before, after);

/** What the changes of one member have to know of the others. */
interface MemberContext extends PlaceContext {
  readonly isThere: IsThere;
}

function changesOfOne(member: DifferingMember, context: MemberContext): readonly Change[] {
  const { before, after, differences } = member;
  const others = differences.filter((difference) => !isOfScaling(difference));
  return [
    ...(before.id === after.id || isMove(member) ? [] : [renamedChange(before, after)]),
    ...placeChanges(member, context),
    ...scalingChanges(member, differences),
    ...guaranteeChanges(member),
    ...edgeChanges(member, context.isThere),
    ...fieldChanges(member, others),
  ];
}

const addedChange = (member: MemberFacts, removed: readonly MemberFacts[]): Change => ({
  kind: "memberAdded",
  path: placeOfMember(member),
  text: `${member.kind} ${member.name} is added${edgesText(member)}${placesText(member)}${wayText(member, removed)}`,
  members: [member.name],
});

/** Pulsar and Kubernetes know members by their names alone. */
function wayText({ id, kind, name }: MemberFacts, removed: readonly MemberFacts[]): string {
  const other = removed.find((member) => member.id === id && member.kind !== kind);
  return other === undefined
    ? ""
    : `; ${other.kind} ${name} goes in the same update, and would take with it what both call alike: take it out in one before, or give this one another name`;
}

function removedChange(member: MemberFacts): Change {
  const { text, ...said } = endSaying(member);
  return {
    kind: "memberRemoved",
    path: placeOfMember(member),
    ...said,
    text: text + volumesOfRemoved(member),
    members: [member.name],
  };
}

/** What becomes of the subscription of a member that goes: the worst of what does on any of its topics. */
function endSaying({ kind, name: member, reads, kept = [], careful = [], subscription }: MemberFacts): Saying {
  const removed = `${kind} ${member} is removed`;
  const going = reads.filter((topic) => topic.startsWith("persistent://") && !kept.includes(topic));
  const name = subscription === undefined || isUnknown(subscription) ? "" : ` ${subscription}`;
  if (going.some((topic) => !careful.includes(topic)))
    return saying(
      `${removed}: its subscription${name} goes with it, and may lose messages: those in it that are not processed`,
      [member],
    );
  if (going.length > 0)
    return saying(`${removed}: its subscription${name} goes with it, unless it holds messages that are not processed`);
  return saying(reads.some((topic) => kept.includes(topic)) ? `${removed}: its subscription${name} stays` : removed);
}

function edgesText({ reads, writes }: MemberFacts): string {
  const read = reads.length === 0 ? [] : [`reads ${listed(reads.map(topicText))}`];
  const written = writes.results === undefined ? [] : [`writes ${topicText(writes.results)}`];
  const edges = [...read, ...written];
  return edges.length === 0 ? "" : `: ${edges.join(", ")}`;
}

function placesText({ places, pods, writes, reads }: MemberFacts): string {
  const start = reads.length === 0 && writes.results === undefined ? ": " : ", ";
  const where = listed(places);
  if (where === "") return "";
  return typeof pods === "number" ? `${start}${counted(pods, "pod")} in ${where}` : `${start}runs in ${where}`;
}

function guaranteeChanges(member: DifferingMember): readonly Change[] {
  const { before, after } = member;
  const [old, now] = [before.guarantee, after.guarantee];
  if (old === now) return [];
  const follows = [before, after].every(({ inherited }) => inherited.includes("processingGuarantee"));
  const path = fieldPath(after, follows ? "windowConfig.processingGuarantees" : "processingGuarantee");
  const about = { path, members: [after.name], effect: "roll" } as const;
  if (isUnknown(now) || isUnknown(old)) {
    return [
      {
        kind: "knownWhenApplied",
        ...about,
        text: `the processing guarantee of ${after.name} is known only when applied`,
      },
    ];
  }
  const restart = alsoRestarts(member, "its instances restart");
  const text = `the processing guarantee of ${after.name} changes (${String(old)} → ${String(now)}), and ${restart}`;
  // That is what failures do from then on, not what the change does.
  const said =
    now === "atmost_once"
      ? saying(`${text}; from then on it may lose messages when an instance fails`)
      : withMessages(text, member);
  return [
    {
      kind: "guaranteeChanged",
      ...about,
      ...said,
      fields: [{ path, effect: "roll", before: old, after: now }],
    },
  ];
}
