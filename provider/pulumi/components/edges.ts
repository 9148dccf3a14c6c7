import type * as Pulumi from "@pulumi/pulumi";
import { deleteWaitSeconds } from "../../model/delete-wait";
import type { MemberPlan, NamespacePlan, SubscriptionPlan, TenantPlan, TopicPlan } from "../../model/plan";
import { readFullName } from "../../model/topic-name";
import { topicSettingsOf } from "../../model/topic-settings-of";
import { type Child, child } from "./child";
import { ResourceIndex } from "./resource-index";
import type { MeshScope } from "./scope";

/** The edges of a mesh as resources, to be waited for by members. */
export interface Edges {
  /** What must exist before a member may use a topic: its tenant and namespace, the topic, its schema. */
  ofTopic(pulsarCluster: string, topic: string): readonly Pulumi.Resource[];
  /** The subscriptions on a topic that the mesh owns. */
  subscriptionsOn(pulsarCluster: string, topic: string): readonly Pulumi.Resource[];
  /** The tenant and namespace a member lives in, where the mesh owns them. */
  ofNamespace(pulsarCluster: string, tenant: string, pulsarNamespace: string): readonly Pulumi.Resource[];
  /** The tenant and the namespace that a topic, or a pattern of topics, lives in; none for a name that another resource computes. */
  aroundTopic(pulsarCluster: string, topic: string): readonly Pulumi.Resource[];
  /** Registers the subscriptions of a member. They go before what cleans up after it, to which they may be left. */
  registerSubscriptions(member: MemberPlan, cleanups: readonly Pulumi.Resource[]): void;
}

/** Registers tenants, namespaces, topics and schemas, each waiting for what it lives in. */
export function registerEdges(scope: MeshScope, providers: ReadonlyMap<string, Pulumi.ProviderResource>): Edges {
  const registrar = new EdgeRegistrar(scope, providers);
  const { plan } = scope;
  for (const tenant of plan.tenants) registrar.registerTenant(tenant);
  for (const namespace of plan.namespaces) registrar.registerNamespace(namespace);
  for (const topic of plan.topics) registrar.registerTopic(topic);
  return registrar;
}

class EdgeRegistrar implements Edges {
  /** Under [cluster, tenant] and [cluster, tenant, namespace]. */
  private readonly namespaces = new ResourceIndex();
  /** Under [cluster, topic]. */
  private readonly topics = new ResourceIndex();
  private readonly subscriptions = new ResourceIndex();
  private readonly deleteWaitSeconds: number;

  constructor(
    private readonly scope: MeshScope,
    private readonly providers: ReadonlyMap<string, Pulumi.ProviderResource>,
  ) {
    this.deleteWaitSeconds = deleteWaitSeconds(scope.plan);
  }

  ofTopic(pulsarCluster: string, topic: string): readonly Pulumi.Resource[] {
    return this.topics.get([pulsarCluster, topic]);
  }

  subscriptionsOn(pulsarCluster: string, topic: string): readonly Pulumi.Resource[] {
    return this.subscriptions.get([pulsarCluster, topic]);
  }

  ofNamespace(pulsarCluster: string, tenant: string, pulsarNamespace: string): readonly Pulumi.Resource[] {
    return [
      ...this.namespaces.get([pulsarCluster, tenant]),
      ...this.namespaces.get([pulsarCluster, tenant, pulsarNamespace]),
    ];
  }

  registerTenant({ childName: name, pulsarCluster, tenant, spec }: TenantPlan): void {
    const properties = { tenant, ...this.filled(spec) };
    const resource = this.register(pulsarCluster, { type: "function-mesh:pulsar:Tenant", name, properties }, []);
    this.namespaces.add([pulsarCluster, tenant], resource);
  }

  registerNamespace({ childName: name, pulsarCluster, tenant, pulsarNamespace, spec }: NamespacePlan): void {
    const properties = { tenant, namespace: pulsarNamespace, ...this.filled(spec) };
    const wanted = { type: "function-mesh:pulsar:Namespace", name, properties };
    const resource = this.register(pulsarCluster, wanted, this.namespaces.get([pulsarCluster, tenant]));
    this.namespaces.add([pulsarCluster, tenant, pulsarNamespace], resource);
  }

  registerTopic(plan: TopicPlan): void {
    const { childName: name, pulsarCluster, owned, schema, spec } = plan;
    const resources = [...this.aroundTopic(plan.pulsarCluster, plan.name)];
    const topic = this.scope.placeholders.text(plan.name);
    if (owned) {
      // The mesh made the topic for its members; when it goes, what is left in it has no reader any more.
      const settings = this.filled(topicSettingsOf(spec));
      const properties = { topic, ...settings, onDelete: "force", deleteWaitSeconds: this.deleteWaitSeconds };
      resources.push(this.register(pulsarCluster, { type: "function-mesh:pulsar:Topic", name, properties }, resources));
    }
    if (schema !== undefined) {
      const properties = { topic, ...this.filled(schema) };
      resources.push(
        this.register(pulsarCluster, { type: "function-mesh:pulsar:Schema", name, properties }, resources),
      );
    }
    this.topics.add([pulsarCluster, plan.name], ...resources);
  }

  registerSubscriptions({ subscriptions }: MemberPlan, cleanups: readonly Pulumi.Resource[]): void {
    for (const subscription of subscriptions) this.registerSubscription(subscription, cleanups);
  }

  private registerSubscription(plan: SubscriptionPlan, cleanups: readonly Pulumi.Resource[]): void {
    const { placeholders } = this.scope;
    const key = [plan.pulsarCluster, plan.topic];
    const properties = {
      topic: placeholders.text(plan.topic),
      subscription: placeholders.text(plan.subscription),
      position: placeholders.text(plan.position),
      // The mesh made the subscription for its member; when that goes, what it has not read has no reader any more.
      onDelete: plan.isKept === true ? "retain" : "force",
      deleteWaitSeconds: this.deleteWaitSeconds,
    };
    const wanted = { type: "function-mesh:pulsar:Subscription", name: plan.childName, properties };
    this.subscriptions.add(key, this.register(plan.pulsarCluster, wanted, [...this.topics.get(key), ...cleanups]));
  }

  aroundTopic(pulsarCluster: string, topic: string): readonly Pulumi.Resource[] {
    const name = readFullName(topic);
    return name === undefined ? [] : this.ofNamespace(pulsarCluster, name.tenant, name.pulsarNamespace);
  }

  private register(pulsarCluster: string, wanted: Child, dependsOn: readonly Pulumi.Resource[]): Pulumi.Resource {
    const provider = this.providers.get(pulsarCluster);
    return child(this.scope, wanted, { dependsOn, ...(provider === undefined ? {} : { provider }) });
  }

  private filled(spec: object): Readonly<Record<string, unknown>> {
    return Object.fromEntries(Object.entries(spec).map(([key, value]) => [key, this.scope.placeholders.fill(value)]));
  }
}
