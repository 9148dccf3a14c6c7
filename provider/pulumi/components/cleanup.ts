import type * as Pulumi from "@pulumi/pulumi";
import { deleteWaitSeconds } from "../../model/delete-wait";
import type { MemberCleanup } from "../../model/member-cleanup";
import { childName } from "../../model/names";
import type { MemberPlan } from "../../model/plan";
import { child } from "./child";
import type { MeshScope } from "./scope";

/** A member, and what is to be cleaned up with it. */
export interface CleanedMember {
  readonly member: MemberPlan;
  readonly cleanup: MemberCleanup | undefined;
  readonly pulsarClusters: ReadonlyMap<string, Pulumi.ProviderResource>;
}

/** Registers what is cleaned up with a member, in each Pulsar cluster that it runs against; made before its pods, it goes after them. */
export const registerCleanup = (scope: MeshScope, cleaned: CleanedMember): readonly Pulumi.Resource[] =>
  registerCleanups(scope, cleaned, { suffix: "cleanup", when: "deleted", dependsOn: [] });

/**
 * Registers what is cleaned up when the member reads other topics than before, once its new instances run: the old ones would make
 * a subscription anew that they still read.
 */
export function registerLettingGo(
  scope: MeshScope,
  cleaned: CleanedMember,
  rollouts: readonly Pulumi.Resource[],
): void {
  const { member, cleanup } = cleaned;
  // What a batch source reads never changes, and without a wish to clean up nothing is ever let go.
  if (member.kind === "source" || cleanup?.enabled !== true) return;
  registerCleanups(scope, cleaned, { suffix: "let-go", when: "changed", dependsOn: rollouts });
}

interface Registration {
  readonly suffix: string;
  readonly when: "deleted" | "changed";
  readonly dependsOn: readonly Pulumi.Resource[];
}

function registerCleanups(
  scope: MeshScope,
  { member, cleanup, pulsarClusters }: CleanedMember,
  { suffix, when, dependsOn }: Registration,
): readonly Pulumi.Resource[] {
  if (cleanup === undefined) return [];
  const keys = [...new Set(member.places.map(({ pulsarCluster }) => pulsarCluster))];
  return keys.flatMap((key, index) => {
    const provider = pulsarClusters.get(key);
    if (provider === undefined) return [];
    const { subscription, topics, patterns, deleteTopics, enabled } = cleanup;
    const instance = `${member.tenant}/${member.pulsarNamespace}/${member.name}`;
    const filled = scope.placeholders.fill({ subscription, instance, topics, patterns, deleteTopics });
    const properties = { ...Object(filled), enabled, when, deleteWaitSeconds: deleteWaitSeconds(scope.plan) };
    const name = childName(member.childName, suffix, index === 0 ? "" : key);
    const wanted = { type: "function-mesh:index:SubscriptionCleanup", name, properties };
    return [child(scope, wanted, { provider, dependsOn })];
  });
}
