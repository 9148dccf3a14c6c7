import type { RandomMember, RandomMesh } from "./random-mesh";

/** Where a member writes each topic: the argument that says so. */
export const writtenBy = ({ writes, logs, buries }: RandomMember): readonly (readonly [string, string])[] => [
  [writes, "output.topic"],
  ...(logs === undefined ? [] : [[logs, "logTopic"] as const]),
  ...(buries === undefined ? [] : [[buries, "deadLetterTopic"] as const]),
];

const topicsOf = (member: RandomMember): readonly string[] => writtenBy(member).map(([topic]) => topic);

/** The topics that a member reads: by name, and by a pattern where they exist in a Pulsar cluster of its own. */
export const readBy = (mesh: RandomMesh, member: RandomMember): ReadonlySet<string> =>
  new Set([
    ...member.reads,
    ...member.finds.filter((topic) => member.clusters.some((at) => existsAt(mesh, topic, at))),
  ]);

const existsAt = ({ members, isReplicated }: RandomMesh, topic: string, cluster: string): boolean =>
  members.some(
    (each) => (isReplicated || each.clusters.includes(cluster)) && [...each.reads, ...topicsOf(each)].includes(topic),
  );

/** True where messages of one member come to another by a topic. */
export const isFedBy = (mesh: RandomMesh, reader: RandomMember, writer: RandomMember, topic: string): boolean =>
  topicsOf(writer).includes(topic) &&
  readBy(mesh, reader).has(topic) &&
  (mesh.isReplicated || writer.clusters.some((at) => reader.clusters.includes(at)));

export const letters = [..."abcdef"];

/** The fewest steps from each member to each, by whatever is tried; Infinity where there is no way. */
export function distances(mesh: RandomMesh): readonly (readonly number[])[] {
  const { members } = mesh;
  const steps = members.map((from) =>
    members.map((to) => (from !== to && letters.some((topic) => isFedBy(mesh, to, from, topic)) ? 1 : Infinity)),
  );
  for (const [between, onward] of steps.entries())
    for (const row of steps)
      for (const [to, further] of onward.entries())
        row[to] = Math.min(row[to] ?? Infinity, (row[between] ?? Infinity) + further);
  return steps;
}
