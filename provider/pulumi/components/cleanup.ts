import type * as Pulumi from "@pulumi/pulumi";
import type { MemberCleanup } from "../../model/member-cleanup";
import { childName } from "../../model/names";
import type { MemberPlan } from "../../model/plan";
import { pulsarClustersOf } from "../../model/pulsar-clusters-of";
import { child } from "./child";
import type { Edges } from "./edges";
import { ResourceIndex } from "./resource-index";
import type { MeshScope } from "./scope";

/** What clean-ups are registered with. */
export interface CleanupSurroundings {
  readonly edges: Edges;
  readonly pulsarClusters: ReadonlyMap<string, Pulumi.ProviderResource>;
  readonly cleanupOf: (member: MemberPlan) => MemberCleanup | undefined;
}

/** New instances run by then; what old ones still read is left for later. */
const letGoSeconds = 10;

interface Registration {
  readonly name: string;
  readonly more: Readonly<Record<string, unknown>>;
  readonly dependsOn: readonly Pulumi.Resource[];
}

/** What is cleaned up with the members of a plan, in each Pulsar cluster that they run against. */
export class Cleanups {
  private readonly byMember = new Map<MemberPlan, readonly Pulumi.Resource[]>();
  /** Under [cluster, subscription]: several members may read by one. */
  private readonly bySubscription = new ResourceIndex();

  /** Registers them for all members: made before pods, they go after them. The subscriptions that members own come next. */
  constructor(
    private readonly scope: MeshScope,
    private readonly surroundings: CleanupSurroundings,
  ) {
    for (const member of scope.plan.members) {
      const cleanups = this.registerOf(member);
      this.byMember.set(member, cleanups);
      surroundings.edges.registerSubscriptions(member, cleanups);
    }
  }

  of(member: MemberPlan): readonly Pulumi.Resource[] {
    return this.byMember.get(member) ?? [];
  }

  /**
   * Registers what is cleaned up when the member reads other topics than before, once its new instances run: the old ones would
   * make a subscription anew that they still read.
   */
  letGo(member: MemberPlan, rollouts: readonly Pulumi.Resource[]): void {
    const cleanup = this.surroundings.cleanupOf(member);
    // A batch source reads what is named after itself, and without a wish to clean up nothing is ever let go.
    if (member.kind === "source" || cleanup?.enabled !== true) return;
    for (const [key, suffix] of clustersOf(member)) {
      // Others that take up what this one drops have said so by then.
      const dependsOn = [...rollouts, ...this.bySubscription.get([key, cleanup.subscription])];
      const more = { when: "changed", cleanup: nameOf(member, suffix), deleteWaitSeconds: letGoSeconds };
      this.register(member, key, { name: childName(member.childName, "let-go", suffix), more, dependsOn });
    }
  }

  private registerOf(member: MemberPlan): readonly Pulumi.Resource[] {
    const cleanup = this.surroundings.cleanupOf(member);
    if (cleanup === undefined) return [];
    return clustersOf(member).flatMap(([key, suffix]) => {
      const more = { when: "deleted", deleteWaitSeconds: this.scope.deleteWaitSeconds };
      const dependsOn = this.needsOf(member, cleanup, key);
      const made = this.register(member, key, { name: nameOf(member, suffix), more, dependsOn });
      this.bySubscription.add([key, cleanup.subscription], ...made);
      return made;
    });
  }

  /**
   * What goes after a clean-up: a namespace only when its topics have gone, which may be the clean-up's to delete; and a topic only when
   * nobody is subscribed to it any more, which it would be kept for.
   */
  private needsOf(
    { tenant, pulsarNamespace, found }: MemberPlan,
    { topics = [], patterns = [] }: MemberCleanup,
    key: string,
  ): readonly Pulumi.Resource[] {
    const { edges } = this.surroundings;
    const around = [...topics, ...patterns].flatMap((topic) => edges.aroundTopic(key, topic));
    const read = [...topics, ...found.map(({ name }) => name)].flatMap((topic) => edges.ofTopic(key, topic));
    return [...new Set([...edges.ofNamespace(key, tenant, pulsarNamespace), ...around, ...read])];
  }

  private register(
    member: MemberPlan,
    pulsarCluster: string,
    { name, more, dependsOn }: Registration,
  ): readonly Pulumi.Resource[] {
    const provider = this.surroundings.pulsarClusters.get(pulsarCluster);
    const cleanup = this.surroundings.cleanupOf(member);
    if (provider === undefined || cleanup === undefined) return [];
    const { subscription, topics, patterns, deleteTopics, enabled } = cleanup;
    const instance = `${member.tenant}/${member.pulsarNamespace}/${member.name}`;
    const filled = this.scope.placeholders.fill({ subscription, instance, topics, patterns, deleteTopics });
    const properties = { ...Object(filled), enabled, ...more };
    const wanted = { type: "function-mesh:index:SubscriptionCleanup", name, properties };
    return [child(this.scope, wanted, { provider, dependsOn })];
  }
}

const nameOf = (member: MemberPlan, suffix: string): string => childName(member.childName, "cleanup", suffix);

/** The Pulsar clusters that a member runs against, each with the end of names there. */
const clustersOf = (member: MemberPlan): readonly (readonly [string, string])[] =>
  pulsarClustersOf(member).map((key, index) => [key, index === 0 ? "" : key]);
