import { clusterOfPlace, isStandbyText, placeText } from "./place-text";
import { type Change, saying } from "./change";
import type { MemberFacts } from "./member-facts";
import { counted, fieldPath, isElsewhere, listed, placeOfMember } from "./member-words";
import { withMessages } from "./message-loss";
import { runsOnce } from "./moved-workloads";
import type { Restarted } from "./restart-words";

/** What of places is said, or so, elsewhere. */
export interface PlaceContext {
  /** That a member moves is said of several together. */
  readonly isMoveTold: boolean;
  /** Keys of the Kubernetes clusters that are left behind. */
  readonly leftBehind: ReadonlySet<string>;
}

/** Where a member runs now, and did not before, and the reverse. */
export function placeChanges(member: Required<Restarted>, context: PlaceContext): readonly Change[] {
  const { before, after } = member;
  const moves = context.isMoveTold ? [] : clusterChanges(member, context);
  return [...moves, ...standbyChanges(before, after), ...pulsarChanges(member)];
}

function clusterChanges(member: Required<Restarted>, context: PlaceContext): readonly Change[] {
  const { before, after } = member;
  const [olds, news] = [before.places.map(clusterOfPlace), after.places.map(clusterOfPlace)];
  const gone = before.places.filter((place) => !news.includes(clusterOfPlace(place)));
  const come = after.places.filter((place) => !olds.includes(clusterOfPlace(place)));
  return [
    ...activeChanges(member, [gone.filter(isActive), come.filter(isActive)], context),
    ...readyChanges(after, [gone, come]),
  ];
}

const isActive = (place: string): boolean => !isStandbyText(place);

/** Places that a member goes from, and comes to. */
type GoneAndCome = readonly [gone: readonly string[], come: readonly string[]];

/** Of those where it runs. */
function activeChanges(
  member: Required<Restarted>,
  [gone, come]: GoneAndCome,
  { leftBehind }: PlaceContext,
): readonly Change[] {
  const { before, after } = member;
  const about = { path: placementPath(after), members: [after.name] };
  if (gone.length > 0 && come.length > 0) {
    const text = `${after.name} moves from ${listed(gone)} to ${listed(come)}: its workload is ${moveText(member, gone, leftBehind)}`;
    return [
      {
        kind: "memberMoved",
        ...about,
        effect: "replace",
        ...(isSamePulsar(before, after) ? withMessages(text, member) : saying(text)),
      },
    ];
  }
  return [
    ...come.map((cluster): Change => ({
      kind: "memberPlaceAdded",
      ...about,
      effect: "scale",
      text: `${after.name} ${comingText(member, cluster)}`,
    })),
    ...gone.map((cluster): Change => ({
      kind: "memberPlaceRemoved",
      ...about,
      effect: "scale",
      text: `${after.name} runs no longer in ${cluster}, and ${remainingText(before, after)}`,
    })),
  ];
}

/** Of those where it is only ready to take over, and has no instance. */
function readyChanges(after: MemberFacts, [gone, come]: GoneAndCome): readonly Change[] {
  const about = { path: placementPath(after), members: [after.name], effect: "none" } as const;
  const standbys = (places: readonly string[]) => places.filter(isStandbyText).map(clusterOfPlace);
  return [
    ...standbys(come).map((cluster): Change => ({
      kind: "memberPlaceAdded",
      ...about,
      text: `${after.name} stands by in ${cluster} from now on`,
    })),
    ...standbys(gone).map((cluster): Change => ({
      kind: "memberPlaceRemoved",
      ...about,
      text: `${after.name} stands by in ${cluster} no longer`,
    })),
  ];
}

/** What is left of a member that runs in a place no more. */
function remainingText(before: MemberFacts, after: MemberFacts): string {
  const active = after.places.filter(isActive);
  if (active.length > 0) return `goes on in ${listed(active)}${waitingText(before, after)}`;
  const rest =
    after.places.length === 0 ? "nowhere else" : `only stands by in ${listed(after.places.map(clusterOfPlace))}`;
  return keepsMessages(after) ? `${rest}: its subscriptions keep what arrives` : rest;
}

/** A place that is new; the others may stay as they are, or only stand by. */
function comingText({ before, after }: Required<Restarted>, cluster: string): string {
  if (before.places.length === 0) return `runs in ${cluster}, and ran nowhere until now`;
  const pods = podsThere(after);
  return isElsewhere(before, after) ? `runs in ${cluster} from now on${pods}` : `runs in ${cluster} as well${pods}`;
}

/** A place that is new begins with the number that the program states. */
const podsThere = ({ pods, instances = 0 }: MemberFacts): string =>
  pods === undefined || instances === 0 ? "" : `, with ${counted(instances, "pod")}`;

/** In which order the workload comes and goes: of several places each has one of its own, and there is no order. */
function moveText(
  { before, after }: Required<Restarted>,
  gone: readonly string[],
  leftBehind: ReadonlySet<string>,
): string {
  const isOne = before.places.length === 1 && after.places.length === 1;
  return isOne && runsOnce(after) && !gone.some((cluster) => leftBehind.has(cluster))
    ? "deleted where it was, and then made there"
    : `made there, and ${endText(gone, leftBehind)}`;
}

/** What becomes of the workload in the clusters that the member goes from. */
function endText(gone: readonly string[], leftBehind: ReadonlySet<string>): string {
  const left = gone.filter((cluster) => leftBehind.has(cluster));
  if (left.length === gone.length) return `the one in ${listed(gone)} is left behind`;
  return `deleted where it was${left.length === 0 ? "" : `, but left behind in ${listed(left)}`}`;
}

/** The argument that says where a member runs; the member itself where the defaults say it. */
function placementPath(member: MemberFacts): string {
  if (member.inherited.includes("cluster")) return placeOfMember(member);
  return fieldPath(member, member.inherited.includes("placement") ? "cluster" : "placement");
}

const isSamePulsar = (before: MemberFacts, after: MemberFacts): boolean =>
  before.pulsarClusters.join("\n") === after.pulsarClusters.join("\n");

function standbyChanges(before: MemberFacts, after: MemberFacts): readonly Change[] {
  const goesOn = after.places.some((place) => isActive(place) && before.places.includes(place));
  return after.places.flatMap((place): readonly Change[] => {
    const cluster = clusterOfPlace(place);
    const now = isStandbyText(place);
    if (!before.places.includes(placeText({ cluster, standby: !now }))) return [];
    const about = { path: fieldPath(after, "placement"), members: [after.name], effect: "scale" } as const;
    if (now) {
      const text = `${after.name} stands by in ${cluster}: its instances there end${waitingText(before, after)}`;
      return [{ kind: "memberMadeStandby", ...about, text }];
    }
    const takes = goesOn ? "runs in" : "takes over in";
    const more = goesOn ? " as well" : "";
    const text = `${after.name} ${takes} ${cluster}${more}: its instances there start${beginningText(before, after)}`;
    return [{ kind: "memberMadeActive", ...about, text }];
  });
}

/** What waits in Pulsar clusters that no instance runs against any more, and whose subscriptions stay. */
function waitingText(before: MemberFacts, after: MemberFacts): string {
  const left = activeIn(before).filter((key) => !activeIn(after).includes(key) && after.pulsarClusters.includes(key));
  if (left.length === 0 || !keepsMessages(after) || isFollowedBoth(before, after)) return "";
  return `; what waits for it in ${pulsarText(left)} is not processed until it runs there again`;
}

/** The subscription of a Pulsar cluster in which the member stood by until now. */
function beginningText(before: MemberFacts, after: MemberFacts): string {
  const come = activeIn(after).filter((key) => !activeIn(before).includes(key) && before.pulsarClusters.includes(key));
  if (come.length === 0 || !keepsMessages(after)) return "";
  return isFollowedBoth(before, after)
    ? "; it goes on where it was, since its subscription is replicated"
    : `; its subscription in ${pulsarText(come)} does not know what it has processed elsewhere`;
}

const activeIn = ({ activePulsarClusters, pulsarClusters }: MemberFacts): readonly string[] =>
  activePulsarClusters ?? pulsarClusters;

const keepsMessages = ({ reads }: MemberFacts): boolean => reads.some((topic) => topic.startsWith("persistent://"));

const isFollowedBoth = (before: MemberFacts, after: MemberFacts): boolean =>
  before.isFollowed === true && after.isFollowed === true;

/** With the subscription of another Pulsar cluster, which knows nothing of how far the member has read unless that is replicated. */
function pulsarChanges(member: Required<Restarted>): readonly Change[] {
  const { before, after } = member;
  const [olds, news] = [before.pulsarClusters, after.pulsarClusters];
  if (isSamePulsar(before, after) || olds.length === 0) return [];
  const gone = olds.filter((cluster) => !news.includes(cluster));
  const isWaiting = after.kind !== "source" && gone.length > 0;
  const isLost = isWaiting && !isFollowedBoth(before, after);
  const waiting = isLost
    ? `; may lose messages: those that wait in ${listed(gone)} are not processed by it`
    : isWaiting
      ? "; it goes on where it was, since its subscription is replicated"
      : "";
  const come = news.filter((cluster) => !olds.includes(cluster));
  const isAway =
    come.some((key) => activeIn(after).includes(key)) && gone.some((key) => activeIn(before).includes(key));
  const text =
    gone.length === 0
      ? `${after.name} uses ${pulsarText(come)} as well${comingMessages(member, come)}`
      : come.length === 0
        ? `${after.name} no longer uses ${pulsarText(gone)}${activeIn(after).length === 0 ? "" : `, and goes on with ${pulsarText(news)}`}`
        : `${after.name} ${isAway ? "runs against" : "uses"} ${pulsarText(come)} in place of ${pulsarText(gone)}`;
  return [
    {
      kind: "memberPulsarClusterChanged",
      path: [before, after].every(({ inherited }) => inherited.includes("pulsarCluster"))
        ? placementPath(after)
        : fieldPath(after, "pulsarCluster"),
      members: [after.name],
      // Where it goes on, its instances are not touched.
      effect: isAway ? (after.kind === "source" ? "roll" : "drain") : "scale",
      ...saying(text + waiting, isLost ? [after.name] : []),
    },
  ];
}

/** A subscription more, of a cluster more. */
function comingMessages({ after }: Required<Restarted>, come: readonly string[]): string {
  if (!keepsMessages(after)) return "";
  if (!come.some((key) => activeIn(after).includes(key)))
    return ": its subscription there keeps what arrives until it takes over";
  return activeIn(after).every((key) => come.includes(key))
    ? ""
    : ": it processes what arrives there, and of replicated topics also what it processes elsewhere";
}

const pulsarText = (keys: readonly string[]): string => `Pulsar cluster${keys.length === 1 ? "" : "s"} ${listed(keys)}`;
