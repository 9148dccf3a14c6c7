import type { FunctionSpec } from "../../../../provider/model/function";
import type { MeshSpec } from "../../../../provider/model/mesh";
import type { SchemaSpec } from "../../../../provider/model/schema";
import type { SinkSpec } from "../../../../provider/model/sink";
import type { MeshPair } from "./mesh-pairs";

type Functions = Readonly<Record<string, Partial<FunctionSpec>>>;

const clicks = { connector: "/pulsar/connectors/file.nar", className: "com.acme.File", output: { topic: "clicks" } };
const score: FunctionSpec = {
  java: { jar: "score.jar", jarLocation: "function://retail/orders/score@1.4" },
  className: "com.acme.Score",
  input: { topics: ["enriched"] },
  output: { topic: "scored" },
  replicas: 3,
};
const enrich: FunctionSpec = {
  python: { py: "/pulsar/enrich.py" },
  className: "enrich.Enrich",
  input: { topics: ["clicks"] },
  output: { topic: "enriched" },
  replicas: 2,
};
const warehouse: SinkSpec = {
  connector: "/pulsar/connectors/jdbc.nar",
  className: "com.acme.Jdbc",
  input: { topics: ["scored"] },
};

interface Parts extends Partial<Omit<MeshSpec, "functions" | "sinks">> {
  readonly functions?: Functions;
  readonly sinks?: Readonly<Record<string, SinkSpec>>;
}

/** A mesh over two clusters of each kind, with the given parts of its own. */
const orders = ({ functions = {}, sinks = { warehouse }, ...more }: Parts = {}): MeshSpec => ({
  pulsar: {
    east: { adminUrl: "https://admin.east:8443", serviceUrl: "pulsar+ssl://broker.east:6651" },
    west: { adminUrl: "https://admin.west:8443", serviceUrl: "pulsar+ssl://broker.west:6651" },
  },
  kubernetes: { east: { namespace: "streaming" }, west: { namespace: "streaming" } },
  defaults: { cluster: "east", tenant: "retail", namespace: "orders" },
  tenants: { retail: {} },
  namespaces: { "retail/orders": { retention: { minutes: 1440, size: "1Gi" } } },
  topics: { enriched: { partitions: 4 } },
  sources: { clicks },
  functions: { enrich: { ...enrich, ...functions["enrich"] }, score: { ...score, ...functions["score"] } },
  sinks,
  ...more,
});

/** Two Kubernetes clusters of one Pulsar cluster. */
const one: MeshSpec["kubernetes"] = {
  east: { namespace: "streaming" },
  west: { namespace: "streaming", pulsar: "east" },
};

const claims: FunctionSpec["volumeClaimTemplates"] = [
  { metadata: { name: "d" }, spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } } },
];
const withVolumes = { volumeClaimTemplates: claims };
const fewer = { persistentVolumeClaimRetentionPolicy: { whenScaled: "Delete" } } as const;
const typed = (fields: readonly object[]): MeshSpec => {
  const schema: SchemaSpec = { type: "AVRO", definition: JSON.stringify({ type: "record", name: "Row", fields }) };
  return orders({ topics: { rows: { schema } } });
};
const address = (fields: readonly object[], more: object = {}): object => ({
  name: "address",
  type: { type: "record", name: "Address", fields },
  ...more,
});
const street = { name: "street", type: "string" };

/** Changes that a mesh sees over time. */
export const growthPairs: readonly MeshPair[] = [
  {
    name: "another tenant of one of several members",
    before: orders(),
    after: orders({ functions: { score: { tenant: "lab" } } }),
    changes: [
      "schemaRemoved topics.enriched: the schema of retail/orders/enriched (STRING) no longer follows from the types of its members",
      "topicAdded topics.lab-orders-enriched: topic lab/orders/enriched is created",
      "topicAdded topics.lab-orders-scored: topic lab/orders/scored is created",
      "edgeAdded functions.score.tenant: score reads lab/orders/enriched from now on, since its tenant changed, and restarts: its subscription lab/orders/score there begins at earliest",
      "edgeRemoved functions.score.tenant: score no longer reads retail/orders/enriched, since its tenant changed, and restarts: its subscription retail/orders/score there is deleted, and may lose messages: those in it that are not processed",
      "edgeAdded functions.score.tenant: the results of score go to lab/orders/scored from now on, since its tenant changed, and it restarts",
      "edgeRemoved functions.score.tenant: the results of score no longer go to retail/orders/scored",
      "subscriptionRenamed functions.score.tenant: the subscription of score is lab/orders/score, as it follows from its tenant, in place of retail/orders/score",
      "memberDrained functions.score.tenant: restarts 3 pods of score, to read from another place, because tenant changed (retail → lab)",
    ],
  },
  {
    name: "a position, of which only a new subscription knows",
    before: orders(),
    after: orders({ functions: { enrich: { subscriptionPosition: "latest" } } }),
    changes: [
      "memberRolled functions.enrich.subscriptionPosition: rolls 2 pods of enrich because subscriptionPosition is stated (latest); its subscription goes on where it is; no message loss: at-least-once",
    ],
  },
  {
    name: "another admin URL, by which packages are downloaded",
    before: orders(),
    after: orders({
      pulsar: {
        ...orders().pulsar,
        east: { adminUrl: "https://new.east:8443", serviceUrl: "pulsar+ssl://broker.east:6651" },
      },
    }),
    changes: [
      "pulsarClusterChanged pulsar.east.adminUrl: rolls 3 pods of 1 member in Pulsar cluster east because adminUrl changed (https://admin.east:8443 → https://new.east:8443); no message loss: at-least-once",
    ],
  },
  {
    name: "a Pulsar cluster of another key",
    before: orders(),
    after: orders({
      pulsar: {
        eu: {
          adminUrl: "https://admin.east:8443",
          serviceUrl: "pulsar+ssl://broker.east:6651",
          clusterName: "east",
        },
        ...(orders().pulsar === undefined
          ? {}
          : { west: { adminUrl: "https://admin.west:8443", serviceUrl: "pulsar+ssl://broker.west:6651" } }),
      },
      kubernetes: { east: { namespace: "streaming", pulsar: "eu" }, west: { namespace: "streaming" } },
    }),
    changes: [
      "pulsarClusterChanged pulsar.eu: Pulsar cluster east has the key eu from now on (clusterName: east)",
      'pulsarClusterChanged pulsar.eu: the provider of Pulsar cluster east in the state is to be renamed before the update (docs/guides/replication.md, "Another key"): else what the mesh has in Pulsar is made once more, and a tenant of its own stops the update',
    ],
  },
  {
    name: "claim templates left out",
    before: orders({ functions: { score: { volumeClaimTemplates: claims } } }),
    after: orders(),
    changes: [
      "memberUpdated functions.score.volumeClaimTemplates: volumeClaimTemplates is left out, and its workload keeps those that it has: nothing restarts",
    ],
  },
  {
    name: "an autoscaler in place of a number",
    before: orders(),
    after: orders({ functions: { score: { replicas: undefined, autoscaling: { maxReplicas: 5, cpu: 70 } } as never } }),
    changes: [
      "autoscalingChanged functions.score.autoscaling: score may have another number of instances because autoscaling is stated; those that stay are not touched",
      "replicasChanged functions.score.replicas: the number of instances of score is its autoscaler's from now on (was 3)",
    ],
  },
  {
    name: "paused with another number",
    before: orders(),
    after: orders({ functions: { score: { paused: true, replicas: 5 } } }),
    changes: [
      "memberPaused functions.score.paused: score is paused: its instances end, and its subscriptions keep what arrives",
      "replicasChanged functions.score.replicas: score is to have 5 instances when it runs again (was 3)",
    ],
  },
  {
    name: "dead letters",
    before: orders(),
    after: orders({ sinks: { warehouse: { ...warehouse, maxMessageRetry: 5 } } }),
    changes: [
      "topicAdded topics.retail-orders-warehouse-DLQ: topic retail/orders/retail-orders-warehouse-DLQ is created",
      "edgeAdded sinks.warehouse.maxMessageRetry: the dead letters of warehouse go to retail/orders/retail-orders-warehouse-DLQ from now on, since its maxMessageRetry changed, and it restarts",
      "memberRolled sinks.warehouse.maxMessageRetry: rolls the pods of warehouse because maxMessageRetry is stated (5); no message loss: at-least-once",
    ],
  },
  {
    name: "a window, which keeps the guarantee",
    before: orders(),
    after: orders({ functions: { score: { windowConfig: { windowLengthCount: 100 } } } }),
    changes: [
      "memberRolled functions.score.windowConfig.windowLengthCount: rolls 3 pods of score because windowConfig.windowLengthCount is stated (100); no message loss: at-least-once",
    ],
  },
  {
    name: "a member that leaves its volumes behind",
    before: orders({ sinks: { warehouse: { ...warehouse, ...withVolumes } } }),
    after: orders({ sinks: {} }),
    changes: [
      "memberRemoved sinks.warehouse: sink warehouse is removed: its subscription retail/orders/warehouse goes with it, and may lose messages: those in it that are not processed; its volumes stay",
    ],
  },
  {
    name: "a member whose volumes go with it",
    before: orders({
      sinks: {
        warehouse: {
          ...warehouse,
          ...withVolumes,
          persistentVolumeClaimRetentionPolicy: { whenDeleted: "Delete" },
        },
      },
    }),
    after: orders({ sinks: {} }),
    changes: [
      "memberRemoved sinks.warehouse: sink warehouse is removed: its subscription retail/orders/warehouse goes with it, and may lose messages: those in it that are not processed; its volumes are deleted with all that is in them",
    ],
  },
  {
    name: "fewer instances, whose volumes go with them",
    before: orders({ functions: { score: { ...withVolumes, ...fewer, replicas: 3 } } }),
    after: orders({ functions: { score: { ...withVolumes, ...fewer, replicas: 1 } } }),
    changes: [
      "replicasChanged functions.score.replicas: scales score to 1 instance (was 3): those that stay are not touched; the volumes of those that end are deleted with all that is in them",
    ],
  },
  {
    name: "acknowledged by its code, as the guarantee has it",
    before: orders(),
    after: orders({ functions: { score: { processingGuarantee: "manual" } } }),
    changes: [
      "guaranteeChanged functions.score.processingGuarantee: the processing guarantee of score changes (atleast_once → manual), and its instances restart; no message loss: at-least-once",
    ],
  },
  {
    name: "messages that expire",
    before: orders(),
    after: orders({
      namespaces: { "retail/orders": { retention: { minutes: 60, size: "512Mi" }, messageTtlSeconds: 3600 } },
    }),
    changes: [
      'namespaceChanged namespaces["retail/orders"]: namespace retail/orders: messageTtlSeconds is stated (3600), retention.minutes changed (1440 → 60) and retention.size changed (1Gi → 512Mi); nothing restarts; may lose messages: those that wait longer than messageTtlSeconds',
    ],
  },
  {
    name: "a backlog that is cut",
    before: orders({
      topics: { enriched: { backlogQuota: { destinationStorage: { limit: "10Gi", policy: "producer_exception" } } } },
    }),
    after: orders({
      topics: {
        enriched: { backlogQuota: { destinationStorage: { limit: "5Gi", policy: "consumer_backlog_eviction" } } },
      },
    }),
    changes: [
      "topicChanged topics.enriched: topic retail/orders/enriched: backlogQuota.destinationStorage.limit changed (10Gi → 5Gi) and backlogQuota.destinationStorage.policy changed (producer_exception → consumer_backlog_eviction); nothing restarts; may lose messages: the oldest ones that wait, when the limit of backlogQuota is reached",
    ],
  },
  {
    name: "a topic that is replicated, given to others",
    before: orders({ topics: { clicks: { replicationClusters: ["east", "west"] } } }),
    after: orders({ topics: { clicks: { external: true } } }),
    changes: [
      "tenantChanged tenants.retail: tenant retail is no longer in Pulsar cluster west",
      "tenantChanged tenants.retail.allowedClusters: tenant retail: allowedClusters from the edges no longer holds (was east, west); nothing restarts",
      'namespaceChanged namespaces["retail/orders"]: namespace retail/orders is no longer in Pulsar cluster west',
      "topicOwnershipChanged topics.clicks.external: topic retail/orders/clicks is others' from now on, and stays as it is",
      "topicChanged topics.clicks.replicationClusters: topic retail/orders/clicks: replicationClusters is left out (was east, west); nothing restarts",
    ],
  },
  {
    name: "a topic that keeps nothing",
    before: orders(),
    after: orders({
      functions: { score: { output: { topic: "non-persistent://retail/orders/scored" } } },
      sinks: { warehouse: { ...warehouse, input: { topics: ["non-persistent://retail/orders/scored"] } } },
    }),
    changes: [
      "topicRemoved topics.scored: topic retail/orders/scored is deleted, and may lose messages: those in it that nobody has read",
      "topicAdded topics.scored-non-persistent: topic non-persistent://retail/orders/scored is created",
      "edgeAdded functions.score.output.topic: the results of score go to non-persistent://retail/orders/scored from now on, and it restarts",
      "edgeRemoved functions.score.output.topic: the results of score no longer go to retail/orders/scored",
      "edgeAdded sinks.warehouse.input: warehouse reads non-persistent://retail/orders/scored from now on, and restarts; may lose messages: it keeps none that come while no instance reads it",
      "edgeRemoved sinks.warehouse.input: warehouse no longer reads retail/orders/scored, and restarts: its subscription retail/orders/warehouse there is deleted, and may lose messages: those in it that are not processed",
    ],
  },
  {
    name: "a pattern in place of names",
    before: orders({ sinks: { warehouse: { ...warehouse, input: { topics: ["scored", "enriched"] } } } }),
    after: orders({
      sinks: { warehouse: { ...warehouse, input: { topicPattern: "persistent://retail/orders/.*ed" } } },
    }),
    changes: [
      "edgeAdded sinks.warehouse.input: warehouse reads by the pattern retail/orders/.*ed from now on, and restarts",
    ],
  },
  {
    name: "one of two places left behind, in another Pulsar cluster",
    before: orders({ functions: { score: { placement: [{ cluster: "east" }, { cluster: "west" }] } } }),
    after: orders({
      functions: { score: { placement: [{ cluster: "east" }, { cluster: "west" }] } },
      kubernetes: { east: { namespace: "streaming" }, west: { namespace: "streaming", abandon: true } },
    }),
    changes: [
      "kubernetesClusterChanged kubernetes.west.abandon: Kubernetes cluster west is left behind: nothing waits for it, and what the state has of it is dropped",
      "tenantChanged tenants.retail.allowedClusters: tenant retail: allowedClusters from the edges no longer holds (was east, west); nothing restarts",
      'namespaceChanged namespaces["retail/orders"].replicationClusters: namespace retail/orders: replicationClusters from the edges no longer holds (was east, west); nothing restarts; may lose messages: those that have not come yet to such of east and west as they are no longer replicated to',
      "topicClustersChanged topics.clicks: topic retail/orders/clicks is no longer in Pulsar cluster west: in west it is deleted, and may lose messages: those in it that nobody has read",
      "memberLeftBehind kubernetes.west.abandon: score is left behind in west, where it may still run: StatefulSet streaming/mesh-score, with its Service, ConfigMaps and Secrets",
      "memberPlaceRemoved functions.score.placement: score runs no longer in west, and goes on in east; what waits for it in Pulsar cluster west is not processed until it runs there again",
    ],
  },
  {
    name: "a default that a member has beside its own",
    before: orders({ functions: { enrich: { pod: { labels: { a: "b" } } } } }),
    after: orders({
      defaults: { cluster: "east", tenant: "retail", namespace: "orders", pod: { labels: { team: "x" } } },
      functions: { enrich: { pod: { labels: { a: "b" } } } },
    }),
    changes: [
      "defaultsChanged defaults.pod.labels.team: rolls the pods of 4 members because defaults.pod.labels.team is stated: sources.clicks, functions.enrich, functions.score and sinks.warehouse; no message loss: at-least-once",
    ],
  },
  {
    name: "another image of the defaults, while one of three moves",
    before: orders({ kubernetes: one }),
    after: orders({
      kubernetes: one,
      defaults: { cluster: "east", tenant: "retail", namespace: "orders", images: { java: "n" } },
      sinks: { warehouse: { ...warehouse, cluster: "west" } },
    }),
    changes: [
      "defaultsChanged defaults.images.java: rolls the pods of 2 members because defaults.images.java changed (apachepulsar/pulsar:4.0.8 → n): sources.clicks and functions.score; no message loss: at-least-once",
      "memberRolled defaults.images.java: the new workload of warehouse differs from the old one: defaults.images.java changed (apachepulsar/pulsar:4.0.8 → n)",
      "memberMoved sinks.warehouse.cluster: warehouse moves from east to west: its workload is made there, and deleted where it was; no message loss: at-least-once",
    ],
  },
  {
    name: "resources that the defaults state no more",
    before: orders({
      defaults: { cluster: "east", tenant: "retail", namespace: "orders", resources: { requests: { cpu: "1" } } },
    }),
    after: orders(),
    changes: [
      "defaultsChanged defaults: rolls the pods of 3 members because defaults.resources.limits.memory follows from the runtime (1Gi) and defaults.resources.requests.memory follows from the runtime (512Mi): sources.clicks, functions.score and sinks.warehouse; no message loss: at-least-once",
      "defaultsChanged defaults.resources.requests.cpu: rolls the pods of 4 members because defaults.resources.requests.cpu changed (1 → 100m, from the runtime): sources.clicks, functions.enrich, functions.score and sinks.warehouse; no message loss: at-least-once",
      "memberRolled functions.enrich: rolls 2 pods of enrich because defaults.resources.limits.memory follows from the runtime (512Mi) and defaults.resources.requests.memory follows from the runtime (128Mi); no message loss: at-least-once",
    ],
  },
  {
    name: "how a topic is read, at the argument that says so",
    before: orders(),
    after: orders({ functions: { enrich: { input: { customSerdeSources: { clicks: "com.acme.Serde" } } } } }),
    changes: [
      "memberRolled functions.enrich.input.customSerdeSources.clicks: rolls 2 pods of enrich because input.customSerdeSources.clicks is stated; no message loss: at-least-once",
    ],
  },
  {
    name: "the cluster of the defaults left behind, and a stand-by takes over",
    before: orders({ functions: { score: { placement: [{ cluster: "east" }, { cluster: "west", standby: true }] } } }),
    after: orders({
      kubernetes: { east: { namespace: "streaming", abandon: true }, west: { namespace: "streaming" } },
      functions: { score: { placement: [{ cluster: "east", standby: true }, { cluster: "west" }] } },
    }),
    changes: [
      "kubernetesClusterChanged kubernetes.east.abandon: Kubernetes cluster east is left behind: nothing waits for it, and what the state has of it is dropped",
      "tenantChanged tenants.retail.allowedClusters: tenant retail: allowedClusters from the edges no longer holds (was east, west); nothing restarts",
      'namespaceChanged namespaces["retail/orders"].replicationClusters: namespace retail/orders: replicationClusters from the edges no longer holds (was east, west); nothing restarts; may lose messages: those that have not come yet to such of east and west as they are no longer replicated to',
      "topicClustersChanged topics.clicks: topic retail/orders/clicks is no longer in Pulsar cluster west: in west it is deleted, and may lose messages: those in it that nobody has read",
      "memberLeftBehind kubernetes.east.abandon: clicks is left behind in east, where it may still run: StatefulSet streaming/mesh-clicks, with its Service, ConfigMaps and Secrets",
      "memberLeftBehind kubernetes.east.abandon: enrich is left behind in east, where it may still run: StatefulSet streaming/mesh-enrich, with its Service, ConfigMaps and Secrets",
      "memberLeftBehind kubernetes.east.abandon: score is left behind in east, where it may still run: StatefulSet streaming/mesh-score, with its Service, ConfigMaps and Secrets",
      "memberLeftBehind kubernetes.east.abandon: warehouse is left behind in east, where it may still run: StatefulSet streaming/mesh-warehouse, with its Service, ConfigMaps and Secrets",
      "memberPlaceRemoved functions.enrich: enrich runs no longer in east, and nowhere else: its subscriptions keep what arrives",
      "memberPlaceRemoved functions.score.placement: score runs no longer in east, and goes on in west; what waits for it in Pulsar cluster east is not processed until it runs there again",
      "memberMadeActive functions.score.placement: score takes over in west: its instances there start; its subscription in Pulsar cluster west does not know what it has processed elsewhere",
      "memberPlaceRemoved sinks.warehouse: warehouse runs no longer in east, and nowhere else: its subscriptions keep what arrives",
      "memberPlaceRemoved sources.clicks: clicks runs no longer in east, and nowhere else",
    ],
  },
  {
    name: "another runtime, and what is the default of that",
    before: orders(),
    after: orders({ functions: { score: { java: undefined, python: { py: "/pulsar/score.py" } } as never } }),
    changes: [
      "schemaRemoved topics.enriched: the schema of retail/orders/enriched (STRING) no longer follows from the types of its members",
      "memberRolled functions.score: rolls 3 pods of score because java.jar is left out (was score.jar), java.jarLocation is left out (was function://retail/orders/score@1.4), python.py is stated (/pulsar/score.py), resources.limits.memory changed (1Gi → 512Mi, from the runtime) and resources.requests.memory changed (512Mi → 128Mi, from the runtime); no message loss: at-least-once",
    ],
  },
  {
    name: "a symbol more, and a field of a nested record that goes",
    before: typed([
      { name: "kind", type: { type: "enum", name: "Kind", symbols: ["A"] } },
      address([street, { name: "zip", type: "string" }]),
    ]),
    after: typed([{ name: "kind", type: { type: "enum", name: "Kind", symbols: ["A", "B"] } }, address([street])]),
    changes: [
      "schemaChanged topics.rows.schema: the schema of retail/orders/rows changes: kind changes (Kind {A} → Kind {A, B}) and address.zip is gone",
    ],
  },
  {
    name: "a nested record more",
    before: typed([street]),
    after: typed([street, address([street], { default: { street: "" } })]),
    changes: ["schemaWidened topics.rows.schema: the schema of retail/orders/rows is widened: address is new"],
  },
];
