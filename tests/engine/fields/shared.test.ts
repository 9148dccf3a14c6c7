import { sampleClusters, samplePlace } from "../../fields/sample-place";
import { membersOf, refusedSharedFields, type SharedChange, sharedChanges } from "../../fields/shared-subjects";
import { stripped } from "../../fields/stated";
import { project } from "../harness/mesh-program";
import { describeFields } from "./describe-fields";
import { type FieldProgram, FieldRun } from "./field-run";
import { sharedPlace } from "./shared-place";
import { startSurroundings } from "./surroundings";

const kubernetesNamespaces = ["fields-shared", "fields-shared-other", "fields-shared-own"] as const;
const bystander = "sharedbystander";

/** How an update goes about its work. */
const unseen = ["defaults.rollout.timeoutSeconds", "defaults.rollout.attachment"];

/** A stack with a mesh of one member for each field of what members share, and one more. Counts as 20 tests. */
describe("fields of what members share", () => {
  let stopIssuer = (): void => undefined;
  after(() => stopIssuer());

  const start = async (): Promise<FieldRun> => {
    const surroundings = await startSurroundings(kubernetesNamespaces);
    const { clusters, place, stop } = await sharedPlace(surroundings);
    stopIssuer = stop;
    const changes = sharedChanges(clusters, place).filter(isTried);
    const standing = { ...clusters, pulsar: { main: clusters.pulsar.main }, ...membersOf(bystander) };
    const files: FieldProgram["files"] = (isChanged) =>
      project("shared", {
        given: {
          type: "pulumi:providers:kubernetes",
          properties: { kubeconfig: place.kubeconfigs[0], enableSecretMutable: true },
        },
        ...Object.fromEntries(
          changes.map((change) => [change.own, meshOf(isChanged(change) ? change.after : change.before, change.field)]),
        ),
        [bystander]: meshOf(standing, ""),
      });
    const owns = new Set([...changes.map(({ own }) => own), bystander]);
    return FieldRun.start({ surroundings, owns, files });
  };
  const cases = sharedChanges(sampleClusters, samplePlace).filter(isTried);
  describeFields({ cases, bystander, shared: [], alone: [], unseen, start });
});

/** A broker that asks for certificates is not at hand. */
const isTried = ({ field }: SharedChange): boolean =>
  !refusedSharedFields.includes(field) && !field.startsWith("pulsar.auth.tls.");

/** Meshes whose field is not about how Kubernetes is reached share a provider: each provider is a process. */
function meshOf(spec: object, field: string): object {
  const type = "function-mesh:FunctionMesh";
  if (/^kubernetes\.|^defaults\.(cluster|rollout)/.test(field)) return { type, properties: spec };
  const main = Object(Reflect.get(Object(Reflect.get(spec, "kubernetes")), "main"));
  const properties = { ...spec, kubernetes: { main: stripped(main, ["kubeconfig"]) } };
  return { type, properties, options: { providers: ["${given}"] } };
}
