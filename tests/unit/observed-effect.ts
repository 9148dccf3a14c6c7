import { renderPlan } from "../../provider/kubernetes/render-plan";
import type { Effect } from "../../provider/model/effects";
import type { MeshSpec } from "../../provider/model/mesh";
import type { MemberPlan, MeshPlan } from "../../provider/model/plan";
import { planMesh } from "../../provider/model/plan-mesh";

type Value = Readonly<Record<string, unknown>>;

/** What a change of a mesh does to the instances of its only member, seen from what is rendered before and after. */
export function observedEffect(before: MeshSpec, after: MeshSpec): Effect {
  const [old, now] = [lookAt(before), lookAt(after)];
  const isChanged = (key: keyof Looks): boolean => JSON.stringify(old[key]) !== JSON.stringify(now[key]);
  const order = ["replace", "drain", "roll", "scale"] as const;
  return order.find(isChanged) ?? "none";
}

type Looks = Readonly<Record<Exclude<Effect, "none">, unknown>>;

function lookAt(spec: MeshSpec): Looks {
  const { plan } = planMesh("mesh", spec);
  const objects = renderPlan(plan, codeOf).map((object) => object as unknown as Value);
  const ofKind = (kind: string): readonly Value[] => objects.filter((object) => object["kind"] === kind);
  const workloads = ofKind("StatefulSet").map((object) => object["spec"] as Value);
  return {
    replace: [
      plan.members.flatMap(({ places }) =>
        places.map(({ cluster, kubernetesNamespace }) => [cluster, kubernetesNamespace]),
      ),
      workloads.map(({ selector, serviceName, volumeClaimTemplates }) => [selector, serviceName, volumeClaimTemplates]),
      ofKind("StatefulSet")
        .map((object) => object["metadata"] as Value)
        .map(({ name }) => name),
    ],
    drain: streamPlaces(plan),
    // Secrets of the member's own roll pods by a name that follows their content; here they are named by their owner.
    roll: [workloads.map(({ template }) => template), ofKind("Secret").filter(isOwnSecret)],
    scale: [
      workloads.map(({ replicas }) => replicas),
      [...ofKind("HorizontalPodAutoscaler"), ...ofKind("ScaledObject")].map(scaling),
    ],
  };
}

/** Where in which streams a member reads. */
const streamPlaces = (plan: MeshPlan): unknown =>
  plan.members
    .filter(({ kind }) => kind !== "source")
    .map(({ inputs, reads, subscription, places }) => [
      [...inputs, ...reads].map(({ name }) => name),
      subscription,
      places.map(({ pulsarCluster }) => pulsarCluster),
    ]);

function scaling(object: Value): unknown {
  const { minReplicas, maxReplicas, metrics, minReplicaCount, maxReplicaCount, triggers } = object["spec"] as Value;
  const thresholds = (Array.isArray(triggers) ? triggers : []).map((trigger) => {
    const { msgBacklogThreshold, activationMsgBacklogThreshold } = Reflect.get(Object(trigger), "metadata");
    return [msgBacklogThreshold, activationMsgBacklogThreshold];
  });
  return [minReplicas, maxReplicas, metrics, minReplicaCount, maxReplicaCount, thresholds, object["metadata"]];
}

const isOwnSecret = ({ metadata }: Value): boolean =>
  !/-credentials$/.test(String(Reflect.get(Object(metadata), "name")));

const codeOf = (member: MemberPlan): string | undefined => {
  const code: unknown = member.kind === "function" ? member.spec.python?.code : undefined;
  return code === undefined ? undefined : JSON.stringify(code);
};
