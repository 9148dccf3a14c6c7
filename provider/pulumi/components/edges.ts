import type * as Pulumi from "@pulumi/pulumi";
import type { TopicPlan } from "../../model/plan";
import { child } from "./child";
import type { MeshScope } from "./scope";

/** The edges of a mesh as resources, to be waited for by members. */
export interface Edges {
  /** What must exist before a member may use a topic: the topic, its schema, its namespace. */
  readonly ofTopic: (pulsarCluster: string, topic: string) => readonly Pulumi.Resource[];
  /** The subscriptions on a topic that the mesh owns. */
  readonly subscriptionsOn: (pulsarCluster: string, topic: string) => readonly Pulumi.Resource[];
  /** The tenant and namespace a member lives in, where the mesh owns them. */
  readonly ofNamespace: (pulsarCluster: string, tenant: string, pulsarNamespace: string) => readonly Pulumi.Resource[];
}

type Providers = ReadonlyMap<string, Pulumi.ProviderResource>;

/** Registers tenants, namespaces, topics, schemas and subscriptions, each waiting for what it lives in. */
export function registerEdges(scope: MeshScope, providers: Providers): Edges {
  const places = registerPlaces(scope, providers);
  const topics = new ResourceIndex();
  for (const topic of scope.plan.topics) {
    for (const resource of registerTopic(scope, providers, topic, places)) {
      topics.add([topic.pulsarCluster, topic.name], resource);
    }
  }
  const subscriptions = registerSubscriptions(scope, providers, topics);
  return {
    ofTopic: (pulsarCluster, topic) => topics.get([pulsarCluster, topic]),
    subscriptionsOn: (pulsarCluster, topic) => subscriptions.get([pulsarCluster, topic]),
    ofNamespace: (pulsarCluster, tenant, pulsarNamespace) => [
      ...places.get([pulsarCluster, tenant]),
      ...places.get([pulsarCluster, tenant, pulsarNamespace]),
    ],
  };
}

/** Tenants and namespaces, under the keys [cluster, tenant] and [cluster, tenant, namespace]. */
function registerPlaces(scope: MeshScope, providers: Providers): ResourceIndex {
  const places = new ResourceIndex();
  for (const { childName, pulsarCluster, tenant, spec } of scope.plan.tenants) {
    const properties = { tenant, ...filled(scope, spec) };
    places.add(
      [pulsarCluster, tenant],
      child(scope, "function-mesh:pulsar:Tenant", childName, properties, optionsFor(providers, pulsarCluster, [])),
    );
  }
  for (const { childName, pulsarCluster, tenant, pulsarNamespace, spec } of scope.plan.namespaces) {
    const properties = { tenant, namespace: pulsarNamespace, ...filled(scope, spec) };
    places.add(
      [pulsarCluster, tenant, pulsarNamespace],
      child(
        scope,
        "function-mesh:pulsar:Namespace",
        childName,
        properties,
        optionsFor(providers, pulsarCluster, places.get([pulsarCluster, tenant])),
      ),
    );
  }
  return places;
}

function registerTopic(
  scope: MeshScope,
  providers: Providers,
  plan: TopicPlan,
  places: ResourceIndex,
): readonly Pulumi.Resource[] {
  const [, , tenant = "", pulsarNamespace = ""] = plan.name
    .split("/")
    .filter((part, index) => part !== "" || index > 1);
  const namespace = [
    ...places.get([plan.pulsarCluster, tenant]),
    ...places.get([plan.pulsarCluster, tenant, pulsarNamespace]),
  ];
  const resources: Pulumi.Resource[] = [...namespace];
  const topic = scope.placeholders.text(plan.name);
  if (plan.owned) {
    const properties = { topic, partitions: scope.placeholders.fill(plan.spec.partitions), onDelete: "force" };
    resources.push(
      child(
        scope,
        "function-mesh:pulsar:Topic",
        plan.childName,
        properties,
        optionsFor(providers, plan.pulsarCluster, namespace),
      ),
    );
  }
  if (plan.schema !== undefined) {
    const properties = { topic, ...filled(scope, plan.schema) };
    resources.push(
      child(
        scope,
        "function-mesh:pulsar:Schema",
        plan.childName,
        properties,
        optionsFor(providers, plan.pulsarCluster, resources),
      ),
    );
  }
  return resources;
}

function registerSubscriptions(scope: MeshScope, providers: Providers, topics: ResourceIndex): ResourceIndex {
  const subscriptions = new ResourceIndex();
  for (const member of scope.plan.members) {
    for (const plan of member.subscriptions) {
      const key = [plan.pulsarCluster, plan.topic];
      const properties = {
        topic: scope.placeholders.text(plan.topic),
        subscription: scope.placeholders.text(plan.subscription),
        position: scope.placeholders.text(plan.position),
      };
      const options = optionsFor(providers, plan.pulsarCluster, topics.get(key));
      subscriptions.add(key, child(scope, "function-mesh:pulsar:Subscription", plan.childName, properties, options));
    }
  }
  return subscriptions;
}

function filled(scope: MeshScope, spec: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(spec).map(([key, value]) => [key, scope.placeholders.fill(value)]));
}

function optionsFor(providers: Providers, pulsarCluster: string, dependsOn: readonly Pulumi.Resource[]) {
  const provider = providers.get(pulsarCluster);
  return { dependsOn, ...(provider === undefined ? {} : { provider }) };
}

/** Resources by a key of several parts. */
class ResourceIndex {
  private readonly resources = new Map<string, Pulumi.Resource[]>();

  add(key: readonly string[], resource: Pulumi.Resource): void {
    const id = JSON.stringify(key);
    this.resources.set(id, [...(this.resources.get(id) ?? []), resource]);
  }

  get(key: readonly string[]): readonly Pulumi.Resource[] {
    return this.resources.get(JSON.stringify(key)) ?? [];
  }
}
