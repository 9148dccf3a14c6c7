import { sampleClusters, samplePlace } from "../../fields/sample-place";
import {
  type Clusters,
  membersOf,
  refusedSharedFields,
  type SharedChange,
  sharedChanges,
} from "../../fields/shared-subjects";
import { stripped } from "../../fields/stated";
import { project } from "../harness/mesh-program";
import { describeFields } from "./describe-fields";
import { FieldRun } from "./field-run";
import { sharedPlace } from "./shared-place";
import { startSurroundings } from "./surroundings";

const kubernetesNamespaces = ["fields-shared", "fields-shared-other", "fields-shared-own"] as const;
const bystander = "sharedbystander";

/** How an update goes about its work, and how other clusters reach one, where nothing is replicated. */
const unseen = [
  ...["defaults.rollout.timeoutSeconds", "defaults.rollout.attachment"],
  ...["pulsar.peerUrls.web", "pulsar.peerUrls.broker"],
];

/**
 * A broker that asks for certificates is not at hand, a namespace that is there is made by nobody (created-namespace.test.ts), and no
 * cluster here is dead (clusters.test.ts).
 */
const isTried = ({ field }: SharedChange): boolean =>
  !refusedSharedFields.includes(field) &&
  !field.startsWith("pulsar.auth.tls.") &&
  !["kubernetes.createNamespace", "kubernetes.abandon"].includes(field);

/** Every mesh has a process of each plugin. */
const meshesOfStack = 16;

/** Stacks with a mesh of one member for each field of what members share, and one more. Counts as 60 tests. */
describe("fields of what members share", () => {
  const all = sharedChanges(sampleClusters, samplePlace).filter(isTried);
  for (let at = 0; at < all.length; at += meshesOfStack) {
    const cases = all.slice(at, at + meshesOfStack);
    describe(`from ${cases[0]?.field} on`, () => describePart(cases));
  }
});

function describePart(cases: readonly SharedChange[]): void {
  const fields = new Set(cases.map(({ field }) => field));
  let stopIssuer = (): void => undefined;
  after(() => stopIssuer());

  const start = async (): Promise<FieldRun> => {
    const surroundings = await startSurroundings(kubernetesNamespaces.map((name) => `${name}-${cases[0]?.own}`));
    const { clusters, place, stop } = await sharedPlace(surroundings);
    stopIssuer = stop;
    const changes = sharedChanges(clusters, place).filter(({ field }) => fields.has(field));
    const standing = { own: bystander, spec: standingMesh(clusters) };
    return FieldRun.start({
      surroundings,
      owns: new Set([...changes.map(({ own }) => own), bystander]),
      files: (isChanged) => {
        const meshes = changes.map((one) => ({ ...one, spec: isChanged(one) ? one.after : one.before }));
        return project("shared", Object.fromEntries([...meshes, standing].map((mesh) => [mesh.own, meshOf(mesh)])));
      },
    });
  };
  describeFields({ cases, bystander, unseen, start });
}

const standingMesh = ({ pulsar, kubernetes }: Clusters): object => ({
  pulsar: stripped(pulsar, ["other"]),
  kubernetes: stripped(kubernetes, ["other"]),
  defaults: { rollout: { attachment: false, timeoutSeconds: 200 } },
  ...membersOf(bystander),
});

interface StatedMesh {
  readonly own: string;
  readonly spec: object;
}

const meshOf = ({ own, spec }: StatedMesh): object => ({
  type: "function-mesh:FunctionMesh",
  properties: { ...spec, topics: { [`${own}-in`]: {}, [`${own}-out`]: { external: true } } },
});
