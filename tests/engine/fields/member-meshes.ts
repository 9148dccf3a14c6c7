import type { Subject } from "../../fields/subjects";
import { kubernetesEntry, project } from "../harness/mesh-program";
import type { Surroundings } from "./surroundings";

/** A member whose field has one of its values. */
export interface StatedMember {
  readonly own: string;
  readonly kind: Subject["kind"];
  readonly field: string;
  readonly spec: object;
}

/** Fields of which a value names a cluster. */
const travelling: readonly string[] = ["cluster", "placement", "pulsarCluster", "packageCluster"];

/** The kubernetes plugin sends five requests a second for each of its providers, and every mesh has one of its own. */
const membersOfMesh = 12;

/** A program in which members are spread over meshes. Those that may go west are together: theirs alone has two clusters of a kind. */
export function memberMeshes(surroundings: Surroundings, members: readonly StatedMember[]) {
  const isTravelling = ({ field }: StatedMember): boolean => travelling.includes(field);
  const staying = members.filter((member) => !isTravelling(member));
  const starts = Array.from({ length: Math.ceil(staying.length / membersOfMesh) }, (_, index) => index * membersOfMesh);
  const moving = members.filter(isTravelling);
  const meshes = [
    ...starts.map((at) => meshOf(surroundings, ["east"], staying.slice(at, at + membersOfMesh))),
    ...(moving.length === 0 ? [] : [meshOf(surroundings, ["east", "west"], moving)]),
  ];
  return project("fields", Object.fromEntries(meshes.map((mesh, index) => [`f${index}`, mesh])));
}

function meshOf(
  { planes, brokers, kubernetesNamespaces: [namespace = ""] }: Surroundings,
  clusters: readonly string[],
  members: readonly StatedMember[],
): object {
  const entries = <Server>(servers: Readonly<Record<string, Server>>, entryOf: (server: Server) => object) =>
    Object.fromEntries(
      Object.entries(servers)
        .filter(([key]) => clusters.includes(key))
        .map(([key, server]) => [key, entryOf(server)]),
    );
  const properties = {
    // What is said of TLS has no effect without.
    pulsar: entries(brokers, ({ adminUrl }) => ({ adminUrl, serviceUrl: "pulsar+ssl://127.0.0.1:6651" })),
    kubernetes: entries(planes, (plane) => kubernetesEntry(plane, namespace)),
    defaults: { cluster: "east", rollout: { attachment: false, timeoutSeconds: 200 } },
    topics: Object.fromEntries(members.flatMap(topicsOf)),
    ...Object.fromEntries(
      (["function", "source", "sink"] as const).map((kind) => [`${kind}s`, specsOf(kind, members)]),
    ),
  };
  return { type: "function-mesh:FunctionMesh", properties };
}

const specsOf = (kind: Subject["kind"], members: readonly StatedMember[]): object =>
  Object.fromEntries(members.filter((member) => member.kind === kind).map(({ own, spec }) => [own, spec]));

/** To a cluster that the mesh knows nothing of. */
const replicated = { replicationClusters: ["east", "elsewhere"] };

/** What a subject's member reads and writes is not the mesh's to make, nor to warn of; and there is something for patterns to find. */
const topicsOf = ({ own, field }: StatedMember): readonly (readonly [string, object])[] => [
  [`${own}-in`, { external: true, ...(field === "replicateSubscriptionState" ? replicated : {}) }],
  [`${own}-out`, { external: true }],
  ...(field === "input.topicPattern" ? ["a", "b"] : []).map((letter) => [`${own}-${letter}`, {}] as const),
];
