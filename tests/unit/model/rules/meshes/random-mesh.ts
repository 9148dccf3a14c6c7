import fc from "fast-check";
import type { MeshSpec } from "../../../../../provider/model/mesh";
import { javaFunction, sampleMesh } from "../../../sample-mesh";
import { two } from "../broken-meshes";

/** A function as little as graphs know of it. Topics are letters. */
export interface RandomMember {
  readonly key: string;
  readonly clusters: readonly string[];
  readonly reads: readonly string[];
  /** Topics that a pattern of it matches. */
  readonly finds: readonly string[];
  readonly writes: string;
  readonly logs?: string;
  readonly buries?: string;
}

export interface RandomMesh {
  readonly members: readonly RandomMember[];
  readonly isReplicated: boolean;
}

const letter = fc.constantFrom(..."abcdef");
const some = (most: number) => fc.uniqueArray(letter, { maxLength: most });
const sometimes = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 3, nil: undefined });

const member = (clusters: readonly (readonly string[])[]) =>
  fc.record(
    {
      clusters: fc.constantFrom(...clusters),
      reads: some(2),
      finds: sometimes(some(2)).map((topics) => topics ?? []),
      writes: letter,
      logs: sometimes(letter),
      buries: sometimes(letter),
    },
    { requiredKeys: ["clusters", "reads", "finds", "writes"] },
  );

const meshes = (clusters: readonly (readonly string[])[]): fc.Arbitrary<RandomMesh> =>
  fc.record({
    members: fc
      .array(member(clusters), { minLength: 1, maxLength: 7 })
      .map((members) => members.map((each, index) => withoutNothing({ key: `m${index}`, ...each }))),
    isReplicated: fc.boolean(),
  });

/** Members of one Pulsar cluster. */
export const localMeshes = meshes([["east"]]);
/** Members of two Pulsar clusters, which may be replicated to each other. */
export const spreadMeshes = meshes([["east"], ["west"], ["east", "west"]]);

function withoutNothing({ logs, buries, ...member }: Spelled): RandomMember {
  return { ...member, ...(logs === undefined ? {} : { logs }), ...(buries === undefined ? {} : { buries }) };
}

type Spelled = Omit<RandomMember, "logs" | "buries"> & {
  readonly logs?: string | undefined;
  readonly buries?: string | undefined;
};

export const fullName = (topic: string): string => `persistent://public/default/${topic}`;

/** The arguments of such a mesh. */
export const specOf = ({ members, isReplicated }: RandomMesh, more: Partial<MeshSpec> = {}): MeshSpec =>
  sampleMesh({
    ...two,
    defaults: { cluster: "east" },
    ...(isReplicated ? { namespaces: { "public/default": { replicationClusters: ["east", "west"] } } } : {}),
    functions: Object.fromEntries(members.map((each) => [each.key, functionOf(each)])),
    ...more,
  });

const functionOf = ({ clusters, reads, finds, writes, logs, buries }: RandomMember) =>
  javaFunction({
    placement: clusters.map((cluster) => ({ cluster })),
    input: { topics: reads, ...(finds.length === 0 ? {} : { topicPattern: `(${finds.join("|")})` }) },
    output: { topic: writes },
    ...(logs === undefined ? {} : { logTopic: logs }),
    ...(buries === undefined ? {} : { maxMessageRetry: 1, deadLetterTopic: buries }),
  });
