import { jsonText } from "../model/json-text";
import { shortHash } from "../model/names";
import type { MemberPlan, MeshPlan } from "../model/plan";
import { initialReplicas, isPausedByHand } from "../model/replicas";
import type { ConfigMap, KubernetesObject, Namespace, Secret, StatefulSet } from "./manifest";
import { renderNamespace } from "./namespace";
import { referencedManifests, workloadManifests } from "./place-manifests";
import type { PlaceObjects } from "./place-objects";
import { isServed } from "../model/served-places";

/**
 * Every object of a mesh as a file for kubectl or GitOps would hold it, under the names it is to have: Kubernetes namespaces that
 * the mesh makes first, since the others live in them, then those of each member.
 *
 * ConfigMaps are named by their content, so that another one rolls the pods and a pod that starts again finds its own. Secrets
 * are named by their owner, since no name is derived from a secret: they stay changeable, and a new value rolls nothing.
 */
export const renderPlan = (
  plan: MeshPlan,
  codeOf: (member: MemberPlan) => string | undefined,
): readonly (Namespace | KubernetesObject)[] => [
  ...plan.kubernetesClusters
    .filter(({ spec }) => spec.abandon !== true)
    .map(renderNamespace)
    .filter((namespace) => namespace !== undefined),
  ...plan.members.flatMap((member) =>
    member.places
      .filter(isServed)
      .flatMap((place) => renderPlace({ plan, member, place, manager: "function-mesh" }, codeOf(member))),
  ),
];

function renderPlace(target: PlaceObjects, codeText: string | undefined): readonly KubernetesObject[] {
  const { objectName } = target.place;
  const referenced = referencedManifests(target, codeText);
  const config = namedByContent(referenced.config, `${objectName}-config`);
  const code = referenced.code === undefined ? undefined : namedByContent(referenced.code, `${objectName}-code`);
  const secrets =
    referenced.secrets === undefined ? undefined : changeable(referenced.secrets, `${objectName}-secrets`);
  const tlsDefaults =
    referenced.tlsDefaults === undefined
      ? undefined
      : namedByContent(referenced.tlsDefaults, `${objectName}-tls-defaults`);
  const { credentials } = referenced;
  const { service, statefulSet, scaling } = workloadManifests(target, {
    config: config.metadata.name,
    ...(code === undefined ? {} : { code: code.metadata.name }),
    ...(secrets === undefined ? {} : { secrets: secrets.metadata.name }),
    ...(credentials?.metadata.name === undefined ? {} : { credentials: credentials.metadata.name }),
    ...(tlsDefaults === undefined ? {} : { tlsDefaults: tlsDefaults.metadata.name }),
  });
  const before = [config, code, tlsDefaults, secrets, credentials].filter((object) => object !== undefined);
  return [...before, service, withReplicas(target, statefulSet), ...scaling];
}

type Named<Manifest extends KubernetesObject> = Manifest & { readonly metadata: { readonly name: string } };

const namedByContent = (manifest: ConfigMap, stem: string): Named<ConfigMap> => ({
  ...manifest,
  metadata: { name: `${stem}-${shortHash(jsonText(manifest.data))}`, ...manifest.metadata },
});

const changeable = ({ apiVersion, kind, metadata, type, stringData }: Secret, name: string): Named<Secret> => ({
  apiVersion,
  kind,
  metadata: { ...metadata, name },
  type,
  stringData,
});

/**
 * A file states the number that a program states beside an autoscaler, so that a workload begins with it. Whoever applies the
 * file again sets it anew: a tool for GitOps is to be told to leave `spec.replicas` alone. Without a stated number there is none.
 */
function withReplicas({ member, place }: PlaceObjects, statefulSet: StatefulSet): StatefulSet {
  const isPaused = isPausedByHand(member, place);
  const isStated = member.spec.replicas !== undefined || isPaused;
  if (statefulSet.spec.replicas !== undefined || !isStated) return statefulSet;
  const replicas = isPaused ? 0 : initialReplicas(member, place);
  return { ...statefulSet, spec: { ...statefulSet.spec, replicas } };
}
