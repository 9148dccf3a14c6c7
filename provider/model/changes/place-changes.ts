import { clusterOfPlace, isStandbyText, placeText } from "../place-text";
import type { Change } from "./change";
import type { MemberFacts } from "./member-facts";
import { fieldPath, listed, placeOfMember } from "./member-words";
import { messagesText } from "./message-loss";

/** What of places is said, or so, elsewhere. */
export interface PlaceContext {
  /** That a member moves is said of several together. */
  readonly isMoveTold: boolean;
  /** Keys of the Kubernetes clusters that are left behind. */
  readonly leftBehind: ReadonlySet<string>;
}

/** Where a member runs now, and did not before, and the reverse. */
export function placeChanges(before: MemberFacts, after: MemberFacts, context: PlaceContext): readonly Change[] {
  const moves = context.isMoveTold ? [] : clusterChanges(before, after, context);
  return [...moves, ...standbyChanges(before, after), ...pulsarChanges(before, after)];
}

function clusterChanges(before: MemberFacts, after: MemberFacts, { leftBehind }: PlaceContext): readonly Change[] {
  const [olds, news] = [before.places.map(clusterOfPlace), after.places.map(clusterOfPlace)];
  const gone = olds.filter((cluster) => !news.includes(cluster));
  const come = news.filter((cluster) => !olds.includes(cluster));
  const about = { path: placementPath(after), members: [after.name] };
  if (gone.length > 0 && come.length > 0) {
    const text = `${after.name} moves from ${listed(gone)} to ${listed(come)}: its workload is made there, and ${endText(gone, leftBehind)}`;
    return [
      {
        kind: "memberMoved",
        ...about,
        effect: "replace",
        text: text + (isSamePulsar(before, after) ? messagesText({ before, after }) : ""),
      },
    ];
  }
  return [
    ...come.map((cluster): Change => ({
      kind: "memberPlaceAdded",
      ...about,
      effect: "scale",
      text: `${after.name} runs in ${cluster}${olds.length === 0 ? ", and ran nowhere until now" : " as well"}${after.places.includes(cluster) ? "" : ", standing by"}`,
    })),
    ...gone.map((cluster): Change => ({
      kind: "memberPlaceRemoved",
      ...about,
      effect: "scale",
      text: `${after.name} runs no longer in ${cluster}, and ${news.length === 0 ? "nowhere else" : `goes on in ${listed(news)}`}`,
    })),
  ];
}

/** What becomes of the workload in the clusters that the member goes from. */
function endText(gone: readonly string[], leftBehind: ReadonlySet<string>): string {
  const left = gone.filter((cluster) => leftBehind.has(cluster));
  if (left.length === gone.length) return "left behind where it was";
  return `deleted where it was${left.length === 0 ? "" : `, but left behind in ${listed(left)}`}`;
}

/** The argument that says where a member runs; the member itself where the defaults say it. */
function placementPath(member: MemberFacts): string {
  if (member.inherited.includes("cluster")) return placeOfMember(member);
  return fieldPath(member, member.places.length > 1 ? "placement" : "cluster");
}

const isSamePulsar = (before: MemberFacts, after: MemberFacts): boolean =>
  before.pulsarClusters.join("\n") === after.pulsarClusters.join("\n");

function standbyChanges(before: MemberFacts, after: MemberFacts): readonly Change[] {
  return after.places.flatMap((place): readonly Change[] => {
    const cluster = clusterOfPlace(place);
    const now = isStandbyText(place);
    if (!before.places.includes(placeText({ cluster, standby: !now }))) return [];
    const about = { path: fieldPath(after, "placement"), members: [after.name], effect: "scale" } as const;
    return now
      ? [
          {
            kind: "memberMadeStandby",
            ...about,
            text: `${after.name} stands by in ${cluster}: its instances there end`,
          },
        ]
      : [
          {
            kind: "memberMadeActive",
            ...about,
            text: `${after.name} takes over in ${cluster}: its instances there start`,
          },
        ];
  });
}

/** With the subscription of another Pulsar cluster, which knows nothing of how far the member has read unless that is replicated. */
function pulsarChanges(before: MemberFacts, after: MemberFacts): readonly Change[] {
  const [olds, news] = [before.pulsarClusters, after.pulsarClusters];
  if (isSamePulsar(before, after) || olds.length === 0) return [];
  const gone = olds.filter((cluster) => !news.includes(cluster));
  const isFollowed = before.isFollowed === true && after.isFollowed === true;
  const waiting = isFollowed
    ? "; it goes on where it was, since its subscription is replicated"
    : `; may lose messages: those that wait in ${listed(gone)} are not processed by it`;
  const lost = after.kind === "source" || gone.length === 0 ? "" : waiting;
  const come = news.filter((cluster) => !olds.includes(cluster));
  // Where it goes on, its instances are not touched.
  const isMore = gone.length === 0;
  const text = isMore
    ? `${after.name} uses ${pulsarText(come)} as well`
    : come.length === 0
      ? `${after.name} no longer uses ${pulsarText(gone)}${news.length === 0 ? "" : `, and goes on with ${pulsarText(news)}`}`
      : `${after.name} runs against ${pulsarText(come)} in place of ${pulsarText(gone)}`;
  const isElsewhere = isMore || come.length === 0;
  return [
    {
      kind: "memberPulsarClusterChanged",
      path: fieldPath(after, "pulsarCluster"),
      members: [after.name],
      effect: isElsewhere ? "scale" : after.kind === "source" ? "roll" : "drain",
      text: text + lost,
    },
  ];
}

const pulsarText = (keys: readonly string[]): string => `Pulsar cluster${keys.length === 1 ? "" : "s"} ${listed(keys)}`;
