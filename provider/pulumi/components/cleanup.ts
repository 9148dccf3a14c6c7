import type * as Pulumi from "@pulumi/pulumi";
import { deleteWaitSeconds } from "../../model/delete-wait";
import type { MemberCleanup } from "../../model/member-cleanup";
import { childName } from "../../model/names";
import type { MemberPlan } from "../../model/plan";
import { child } from "./child";
import type { MeshScope } from "./scope";

/** Registers what is cleaned up with a member, in each Pulsar cluster that it runs against; made before its pods, it goes after them. */
export function registerCleanup(
  scope: MeshScope,
  member: MemberPlan,
  cleanup: MemberCleanup | undefined,
  pulsarClusters: ReadonlyMap<string, Pulumi.ProviderResource>,
): readonly Pulumi.Resource[] {
  if (cleanup === undefined) return [];
  const keys = [...new Set(member.places.map(({ pulsarCluster }) => pulsarCluster))];
  return keys.flatMap((key, index) => {
    const provider = pulsarClusters.get(key);
    if (provider === undefined) return [];
    const { subscription, topics, patterns, deleteTopics } = cleanup;
    const filled = scope.placeholders.fill({ subscription, topics, patterns, deleteTopics });
    const properties = { ...Object(filled), deleteWaitSeconds: deleteWaitSeconds(scope.plan) };
    const name = childName(member.childName, "cleanup", index === 0 ? "" : key);
    return [child(scope, { type: "function-mesh:index:SubscriptionCleanup", name, properties }, { provider })];
  });
}
