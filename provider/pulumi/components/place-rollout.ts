import type * as Pulumi from "@pulumi/pulumi";
import { patternsOf } from "../../model/patterns-of";
import { child } from "./child";
import type { PlaceContext } from "./place-context";
import type { PlaceReplicas } from "./place-replicas";
import type { RegisteredWorkload } from "./place-workload";

/** Registers the wait for a place's workload: `pulumi up` ends when the member works, not when its objects exist. */
export function registerRollout(
  { scope, target, surroundings, memberPath }: PlaceContext,
  workload: RegisteredWorkload,
  replicas: PlaceReplicas,
): Pulumi.Resource {
  const { member, place } = target;
  const { cluster, parent, pulsarProvider } = surroundings;
  const patterns = patternsOf(member);
  const text = (value: string | undefined) => (value === undefined ? undefined : scope.placeholders.text(value));
  const properties = {
    member: memberPath,
    instance: `${member.tenant}/${member.pulsarNamespace}/${member.name}`,
    ...cluster.connection,
    kubernetesNamespace: text(place.kubernetesNamespace),
    statefulSet: workload.name,
    statefulSetUid: workload.uid,
    templateHash: workload.templateHash,
    ...replicas.rollout,
    subscription: text(member.subscription),
    reads: member.reads.map((use) => text(use.name)),
    ...(patterns.length === 0 ? {} : { patterns: patterns.map((use) => text(use.name)) }),
    writes: text(member.writes?.name),
    timeoutSeconds: scope.placeholders.fill(member.rollout.timeoutSeconds),
    attachment: scope.placeholders.fill(member.rollout.attachment),
  };
  const wanted = { type: "function-mesh:index:Rollout", name: place.childName, properties };
  const provider = pulsarProvider === undefined ? {} : { provider: pulsarProvider };
  return child(scope, wanted, { parent, ...provider, hideDiffs: ["statefulSetUid", "templateHash"] });
}
