import type * as Pulumi from "@pulumi/pulumi";
import type { MemberPlan, MeshPlan } from "../../model/plan";
import type { NamespacePlan, RequiredPlan, SubscriptionPlan, TenantPlan, TopicPlan } from "../../model/plan-pulsar";
import { partitionedTopic } from "../../model/partition-names";
import { pulsarClustersOf } from "../../model/pulsar-clusters-of";
import { readFullName } from "../../model/topic-name";
import { defaultTopicEnd } from "../../model/subscription-ends";
import { TopicReplicas } from "../../model/replication/topic-replicas";
import { topicSettingsOf } from "../../model/topic-settings-of";
import { type Child, type ChildOptions, child, outputNamed } from "./child";
import { registerPeers } from "./peers";
import { ResourceIndex } from "./resource-index";
import type { MeshScope } from "./scope";

/** The edges of a mesh as resources, to be waited for by members. */
export interface Edges {
  /** What looks at the tenants and namespaces of others in a Pulsar cluster: no object of a member is made where one is missing. */
  prerequisitesIn(pulsarCluster: string): readonly Pulumi.Resource[];
  /** What must exist before a member may use a topic: its tenant and namespace, the topic, its schema. */
  ofTopic(pulsarCluster: string, topic: string): readonly Pulumi.Resource[];
  /** The subscriptions that the mesh owns on a topic, and on the topics in other clusters that it is replicated to. */
  subscriptionsOn(pulsarCluster: string, topic: string): readonly Pulumi.Resource[];
  /** The tenant and namespace a member lives in, where the mesh owns them. */
  ofNamespace(pulsarCluster: string, tenant: string, pulsarNamespace: string): readonly Pulumi.Resource[];
  /** The tenant and the namespace that a topic, or a pattern of topics, lives in; none for a name that is not known yet. */
  aroundTopic(pulsarCluster: string, topic: string): readonly Pulumi.Resource[];
  /** Registers the subscriptions of a member. They go before what cleans up after it, to which they may be left. */
  registerSubscriptions(member: MemberPlan, cleanups: readonly Pulumi.Resource[]): void;
}

/** Registers tenants, namespaces, topics and schemas, each waiting for what it lives in. */
export function registerEdges(scope: MeshScope, providers: ReadonlyMap<string, Pulumi.ProviderResource>): Edges {
  const registrar = new EdgeRegistrar(scope, providers);
  const { plan } = scope;
  registrar.registerPrerequisites(plan);
  for (const tenant of plan.tenants) registrar.registerTenant(tenant);
  for (const namespace of plan.namespaces) registrar.registerNamespace(namespace);
  for (const topic of plan.topics) registrar.registerTopic(topic);
  for (const topic of plan.topics) if (topic.owned && topic.replicated === true) registrar.registerReplication(topic);
  return registrar;
}

class EdgeRegistrar implements Edges {
  /** Under [cluster, tenant] and [cluster, tenant, namespace]. */
  private readonly namespaces = new ResourceIndex();
  /** Under [cluster, topic], by the topic's name as it is known: members may have it from different resources. */
  private readonly topics = new ResourceIndex();
  /** What topics are marked with. */
  private readonly marks = new Map<TopicPlan, Pulumi.Output<string>>();
  private readonly subscriptions = new ResourceIndex();
  /** Under [cluster]. */
  private readonly prerequisites = new ResourceIndex();
  /** Other Pulsar clusters that the brokers of one are told of, under [cluster]. */
  private readonly peers: ResourceIndex;
  private readonly replicas: TopicReplicas;

  constructor(
    private readonly scope: MeshScope,
    private readonly providers: ReadonlyMap<string, Pulumi.ProviderResource>,
  ) {
    this.peers = registerPeers(scope, providers);
    this.replicas = new TopicReplicas(scope.known.topics);
  }

  prerequisitesIn(pulsarCluster: string): readonly Pulumi.Resource[] {
    return this.prerequisites.get([pulsarCluster]);
  }

  ofTopic(pulsarCluster: string, topic: string): readonly Pulumi.Resource[] {
    const name = this.scope.topicName(topic);
    const whole = partitionedTopic(name);
    return [name, ...(whole === undefined ? [] : [whole])].flatMap((each) => this.topics.get([pulsarCluster, each]));
  }

  subscriptionsOn(pulsarCluster: string, topic: string): readonly Pulumi.Resource[] {
    const name = this.scope.topicName(topic);
    return this.replicas.of(pulsarCluster, name).flatMap((key) => this.subscriptions.get([key, name]));
  }

  ofNamespace(pulsarCluster: string, tenant: string, pulsarNamespace: string): readonly Pulumi.Resource[] {
    return [
      ...this.namespaces.get([pulsarCluster, tenant]),
      ...this.namespaces.get([pulsarCluster, tenant, pulsarNamespace]),
    ];
  }

  registerTenant({ childName: name, pulsarCluster, tenant, spec, keepsFoundClusters }: TenantPlan): void {
    const properties = { tenant, ...this.filled({ ...spec, keepFoundClusters: keepsFoundClusters }) };
    const wanted = { type: "function-mesh:pulsar:Tenant", name, properties };
    const resource = this.register(pulsarCluster, wanted, this.peers.get([pulsarCluster]));
    this.namespaces.add([pulsarCluster, tenant], resource);
  }

  registerNamespace(plan: NamespacePlan): void {
    const { childName: name, pulsarCluster, tenant, pulsarNamespace, spec, keepsFoundClusters } = plan;
    const settings = this.filled({ ...spec, keepFoundClusters: keepsFoundClusters });
    const properties = { tenant, namespace: pulsarNamespace, ...settings };
    const wanted = { type: "function-mesh:pulsar:Namespace", name, properties };
    const before = [...this.peers.get([pulsarCluster]), ...this.namespaces.get([pulsarCluster, tenant])];
    const resource = this.register(pulsarCluster, wanted, before);
    this.namespaces.add([pulsarCluster, tenant, pulsarNamespace], resource);
  }

  registerTopic(plan: TopicPlan): void {
    const { childName: name, pulsarCluster, owned, schema, spec } = plan;
    // A broker makes the topic wherever it is replicated to: the namespace is there by then.
    const topicName = this.scope.topicName(plan.name);
    const keys = this.replicas.of(pulsarCluster, topicName);
    const resources = keys.flatMap((key) => this.aroundTopic(key, plan.name));
    const topic = this.scope.placeholders.text(plan.name);
    if (owned) {
      const settings = this.filled({ onDelete: defaultTopicEnd, ...topicSettingsOf(spec) });
      const properties = { topic, ...settings, deleteWaitSeconds: this.scope.deleteWaitSeconds };
      const wanted = { type: "function-mesh:pulsar:Topic", name, properties, outputs: ["stamp"] };
      const resource = this.register(pulsarCluster, wanted, resources);
      this.marks.set(plan, outputNamed(resource, "stamp"));
      resources.push(resource);
    }
    if (schema !== undefined) {
      const properties = { topic, ...this.filled(schema) };
      resources.push(
        this.register(pulsarCluster, { type: "function-mesh:pulsar:Schema", name, properties }, resources),
      );
    }
    this.topics.add([pulsarCluster, topicName], ...resources);
  }

  /**
   * Registered when all topics are: it goes before any of them. Nothing waits for it, so that a cluster that is away holds up nothing
   * in the others: so it may go while members still stop, and waits for these by itself.
   */
  registerReplication(plan: TopicPlan): void {
    const { childName: name, pulsarCluster, name: topic } = plan;
    const { replicationClusters: clusters } = plan.spec;
    const stated = clusters === undefined ? {} : { clusters };
    const own = { deleteWaitSeconds: this.scope.deleteWaitSeconds, stamp: this.marks.get(plan) };
    const properties = { ...this.filled({ topic, ...stated }), ...own };
    const wanted = { type: "function-mesh:index:TopicReplication", name, properties };
    const topics = this.replicas.of(pulsarCluster, topic).flatMap((key) => this.topics.get([key, topic]));
    this.register(pulsarCluster, wanted, topics);
  }

  /** One for each Pulsar cluster, which what lives in a namespace of others waits for. */
  registerPrerequisites({ required, others }: Pick<MeshPlan, "required" | "others">): void {
    for (const { key: cluster, childName: name } of this.scope.plan.pulsarClusters) {
      const needed = required.filter((need) => need.pulsarCluster === cluster && !isAlwaysThere(need));
      const beside = others.filter(({ pulsarCluster }) => pulsarCluster === cluster);
      if (needed.length === 0 && beside.length === 0) continue;
      const needs = needed.map(({ kind, name, path, clusters }) => ({ kind, name, path, clusters }));
      const mayComeLater = this.scope.mayFollowPulsar ? { mayComeLater: true } : {};
      const left = beside.length === 0 ? {} : { others: beside.map(({ kind, name }) => ({ kind, name })) };
      const properties = this.filled({ cluster, needs, ...left, ...mayComeLater });
      const wanted = { type: "function-mesh:index:Prerequisites", name, properties };
      const resource = this.register(cluster, wanted, []);
      this.prerequisites.add([cluster], resource);
      for (const need of needed) this.namespaces.add([cluster, ...need.name.split("/")], resource);
    }
  }

  registerSubscriptions(member: MemberPlan, cleanups: readonly Pulumi.Resource[]): void {
    const used = pulsarClustersOf(member);
    const isFollowing = ({ replicated, pulsarCluster }: SubscriptionPlan): boolean =>
      replicated === true && !used.includes(pulsarCluster);
    const following = member.subscriptions
      .filter(isFollowing)
      .map((plan) => [plan.topic, this.registerSubscription(plan, cleanups)] as const);
    for (const plan of member.subscriptions.filter((each) => !isFollowing(each))) {
      // What is acknowledged while this one ends would make the others anew, so that they go after it.
      const others = following.filter(([topic]) => topic === plan.topic).map(([, resource]) => resource);
      this.registerSubscription(plan, [...cleanups, ...others]);
    }
  }

  private registerSubscription(plan: SubscriptionPlan, before: readonly Pulumi.Resource[]): Pulumi.Resource {
    const { placeholders } = this.scope;
    const key = [plan.pulsarCluster, this.scope.topicName(plan.topic)];
    const properties = {
      topic: placeholders.text(plan.topic),
      subscription: placeholders.text(plan.subscription),
      position: placeholders.text(plan.position),
      ...(plan.replicated === true ? { replicated: true } : {}),
      onDelete: placeholders.text(plan.onDelete),
      deleteWaitSeconds: this.scope.deleteWaitSeconds,
    };
    const wanted = { type: "function-mesh:pulsar:Subscription", name: plan.childName, properties };
    const needs = [...this.ofTopic(plan.pulsarCluster, plan.topic), ...before];
    const resource = this.register(plan.pulsarCluster, wanted, needs);
    this.subscriptions.add(key, resource);
    return resource;
  }

  aroundTopic(pulsarCluster: string, topic: string): readonly Pulumi.Resource[] {
    const name = readFullName(this.scope.topicName(topic));
    return name === undefined ? [] : this.ofNamespace(pulsarCluster, name.tenant, name.pulsarNamespace);
  }

  private register(
    pulsarCluster: string,
    { outputs = [], ...wanted }: Child & Pick<ChildOptions, "outputs">,
    dependsOn: readonly Pulumi.Resource[],
  ): Pulumi.CustomResource {
    const provider = this.providers.get(pulsarCluster);
    return child(this.scope, wanted, { dependsOn, outputs, ...(provider === undefined ? {} : { provider }) });
  }

  private filled(spec: object): Readonly<Record<string, unknown>> {
    return Object.fromEntries(Object.entries(spec).map(([key, value]) => [key, this.scope.placeholders.fill(value)]));
  }
}

/** What every Pulsar has, and nothing has to be known of. */
const isAlwaysThere = ({ name, clusters }: RequiredPlan): boolean => name === "public/default" && clusters.length === 0;
