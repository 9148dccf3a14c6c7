import { grouped } from "../grouped";
import { clusterOfPlace } from "./place-text";
import { type Change, saying } from "./change";
import type { DifferingMember } from "./defaults-changes";
import { withLossOf } from "./message-loss";
import { counted, placeOfMember, someOf } from "./member-words";
import { movedWorkloads } from "./moved-workloads";

export interface SharedMoves {
  readonly changes: readonly Change[];
  /** Identities of the members whose move is told by these. */
  readonly told: ReadonlySet<string>;
}

/** Members that leave their cluster to the defaults, and move together when these name another. */
export function sharedMoves(members: readonly DifferingMember[], leftBehind: ReadonlySet<string>): SharedMoves {
  const groups = grouped(
    members
      .filter(isMovedByDefaults)
      .map((member) => [`${member.before.places.join()} to ${member.after.places.join()}`, member]),
  );
  const shared = [...groups].filter(([, group]) => group.length > 1);
  return {
    changes: shared.map(([way, group]) => moveOf(way, { group, leftBehind })),
    told: new Set(shared.flatMap(([, group]) => group.map(({ after }) => after.id))),
  };
}

const isMovedByDefaults = ({ before, after }: DifferingMember): boolean =>
  before.inherited.includes("cluster") &&
  after.inherited.includes("cluster") &&
  before.places.length === 1 &&
  // Where the cluster that the defaults name is left behind, they run nowhere.
  after.places.length === 1 &&
  before.places.join() !== after.places.join();

interface MovingGroup {
  readonly group: readonly DifferingMember[];
  readonly leftBehind: ReadonlySet<string>;
}

function moveOf(way: string, { group: members, leftBehind }: MovingGroup): Change {
  const isLeft = members.every(({ before }) => before.places.map(clusterOfPlace).every((key) => leftBehind.has(key)));
  const isSamePulsar = members.every(
    ({ before, after }) => before.pulsarClusters.join() === after.pulsarClusters.join(),
  );
  const names = someOf(members.map(({ after }) => placeOfMember(after)));
  const [from = ""] = members.flatMap(({ before }) => before.places.map(clusterOfPlace));
  const ways = isLeft
    ? `made there, and those in ${from} are left behind`
    : movedWorkloads(members.map(({ after }) => after));
  const text = `${counted(members.length, "member")} move from ${way}: ${names}; their workloads are ${ways}`;
  return {
    kind: "memberMoved",
    path: "defaults.cluster",
    ...(isSamePulsar ? withLossOf(text, members) : saying(text)),
    members: members.map(({ after }) => after.name),
    effect: "replace",
  };
}
