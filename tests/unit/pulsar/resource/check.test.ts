import assert from "node:assert/strict";
import { placeholder } from "../../../../provider/model/unknown";
import { pulsarResources } from "../../../../provider/pulsar";
import { type Properties } from "../../../../provider/pulsar/resource/resource";

const topic = "persistent://t/n/x";
const unknown = placeholder("unknown", 1);

/** Arguments and the properties that are wrong in them. */
const rows: readonly {
  readonly kind: string;
  readonly inputs: Properties;
  readonly old?: Properties;
  readonly wrong: readonly string[];
}[] = [
  { kind: "Tenant", inputs: { tenant: "retail" }, wrong: [] },
  { kind: "Tenant", inputs: {}, wrong: ["tenant"] },
  {
    kind: "Tenant",
    inputs: { tenant: "a b", adminRoles: ["ok", ""], allowedClusters: [] },
    wrong: ["tenant", "adminRoles[1]", "allowedClusters"],
  },
  { kind: "Tenant", inputs: { tenant: unknown, adminRoles: unknown, allowedClusters: ["c", unknown] }, wrong: [] },
  {
    kind: "Tenant",
    inputs: { tenant: "t", onDelete: "drop", onExisting: "x", deleteWaitSeconds: -1 },
    wrong: ["onExisting", "onDelete", "deleteWaitSeconds"],
  },
  { kind: "Namespace", inputs: { tenant: "t", namespace: "n", retention: { minutes: 0, size: "0" } }, wrong: [] },
  {
    kind: "Namespace",
    inputs: { tenant: "t", namespace: "n", retention: { minutes: 0, size: "1Gi" } },
    wrong: ["retention"],
  },
  {
    kind: "Namespace",
    inputs: { tenant: "t", namespace: "n", retention: { minutes: -2, size: "10G" } },
    wrong: ["retention.minutes", "retention.size"],
  },
  {
    kind: "Namespace",
    inputs: { tenant: "t", namespace: "n", retention: { minutes: unknown, size: "1x" } },
    wrong: ["retention.size"],
  },
  {
    kind: "Namespace",
    inputs: { tenant: "t", namespace: "t/n", messageTtlSeconds: 2 ** 31 },
    wrong: ["namespace", "messageTtlSeconds"],
  },
  {
    kind: "Namespace",
    inputs: { tenant: "t", namespace: "n", replicationClusters: [], deduplication: "yes" },
    wrong: ["replicationClusters", "deduplication"],
  },
  { kind: "Topic", inputs: { topic: "t/n/x" }, wrong: [] },
  { kind: "Topic", inputs: { topic: "x" }, wrong: ["topic"] },
  { kind: "Topic", inputs: { topic: "persistent://t/n/x-partition-0" }, wrong: ["topic"] },
  { kind: "Topic", inputs: { topic: "t/n/__change_events" }, wrong: ["topic"] },
  { kind: "Topic", inputs: { topic, partitions: 1.5 }, wrong: ["partitions"] },
  {
    kind: "Topic",
    inputs: { topic, partitions: 5001, properties: { a: 1 } },
    wrong: ['properties["a"]', "partitions"],
  },
  { kind: "Topic", inputs: { topic, properties: { "function-mesh.urn": "x" } }, wrong: ["properties"] },
  { kind: "Topic", inputs: { topic, partitions: 2 }, old: { topic: "t/n/x", partitions: 4 }, wrong: ["partitions"] },
  { kind: "Topic", inputs: { topic, partitions: 2 }, old: { topic, partitions: 0 }, wrong: ["partitions"] },
  { kind: "Topic", inputs: { topic, partitions: 2 }, old: { topic: "t/n/y", partitions: 4 }, wrong: [] },
  { kind: "Topic", inputs: { topic, partitions: 8 }, old: { topic, partitions: 4 }, wrong: [] },
  { kind: "Topic", inputs: { topic: unknown, partitions: unknown }, old: { topic, partitions: 4 }, wrong: [] },
  { kind: "Subscription", inputs: { topic, subscription: "a/b c" }, wrong: [] },
  {
    kind: "Subscription",
    inputs: { topic: "non-persistent://t/n/x", subscription: " ", position: "middle" },
    wrong: ["topic", "subscription", "position"],
  },
  { kind: "Schema", inputs: { topic, type: "STRING" }, wrong: [] },
  { kind: "Schema", inputs: { topic, type: "string", definition: "x" }, wrong: ["type"] },
  { kind: "Schema", inputs: { topic, type: "STRING", definition: "x" }, wrong: ["definition"] },
  { kind: "Schema", inputs: { topic, type: "AVRO" }, wrong: ["definition"] },
  { kind: "Schema", inputs: { topic, type: "AVRO", definition: unknown }, wrong: [] },
  { kind: "Schema", inputs: { topic, type: unknown, definition: "x" }, wrong: [] },
  { kind: "Permission", inputs: { namespace: "t/n", role: "a/b c", actions: ["produce"] }, wrong: [] },
  { kind: "Permission", inputs: { topic: "t/n/x", role: "r", actions: ["sinks", "packages"] }, wrong: [] },
  { kind: "Permission", inputs: { role: "r", actions: ["produce"] }, wrong: ["namespace"] },
  { kind: "Permission", inputs: { namespace: "t/n", topic, role: "r", actions: ["consume"] }, wrong: ["topic"] },
  { kind: "Permission", inputs: { namespace: unknown, topic, role: unknown, actions: unknown }, wrong: [] },
  {
    kind: "Permission",
    inputs: { namespace: "t", topic: unknown, role: "..", actions: ["read", "consume", unknown] },
    wrong: ["namespace", "role", "actions[0]"],
  },
  { kind: "Permission", inputs: { topic: "x", role: " ", actions: [] }, wrong: ["topic", "role", "actions"] },
  { kind: "SubscriptionPermission", inputs: { namespace: "t/n", subscription: "a#b", role: "r" }, wrong: [] },
  {
    kind: "SubscriptionPermission",
    inputs: { namespace: "t/n/x", subscription: "", role: "a\nb" },
    wrong: ["namespace", "subscription", "role"],
  },
  { kind: "ResourceGroup", inputs: { resourceGroup: "b@d", publishRate: { bytes: "10Mi" } }, wrong: [] },
  { kind: "ResourceGroup", inputs: { resourceGroup: unknown, publishRate: {}, dispatchRate: unknown }, wrong: [] },
  {
    kind: "ResourceGroup",
    inputs: { resourceGroup: "a/b", publishRate: { messages: 2 ** 31, bytes: "10" }, dispatchRate: { bytes: 5 } },
    wrong: ["resourceGroup", "publishRate.messages", "dispatchRate.bytes"],
  },
  { kind: "ResourceGroup", inputs: { resourceGroup: "..", publishRate: 5 }, wrong: ["resourceGroup", "publishRate"] },
  { kind: "Cluster", inputs: { cluster: "west", serviceUrl: "http://a:8080,http://b:8080" }, wrong: [] },
  {
    kind: "Cluster",
    inputs: { cluster: "a b", serviceUrl: "https://a:1", serviceUrlTls: "a:1", brokerServiceUrl: "pulsar://" },
    wrong: ["cluster", "serviceUrl", "serviceUrlTls", "brokerServiceUrl"],
  },
  { kind: "Cluster", inputs: { cluster: "c", proxyProtocol: "SNI" }, wrong: ["proxyProtocol"] },
  { kind: "Cluster", inputs: { cluster: "c", proxyServiceUrl: "pulsar://p:1" }, wrong: ["proxyServiceUrl"] },
  { kind: "Cluster", inputs: { cluster: "c", proxyServiceUrl: unknown, proxyProtocol: "SNI" }, wrong: [] },
  {
    kind: "Cluster",
    inputs: { cluster: "c", proxyServiceUrl: "http://p:1", proxyProtocol: "ATS", brokerClientTlsKeyStoreType: "PEM" },
    wrong: ["proxyServiceUrl", "proxyProtocol", "brokerClientTlsKeyStoreType"],
  },
  { kind: "Cluster", inputs: { cluster: "c", peerClusterNames: ["d", "c"] }, wrong: ["peerClusterNames"] },
  { kind: "Cluster", inputs: { cluster: unknown, peerClusterNames: ["d", unknown] }, wrong: [] },
];

describe("provider/pulsar check of every resource", () => {
  for (const { kind, inputs, old, wrong } of rows) {
    const resource = pulsarResources.find(({ type }) => type === `function-mesh:pulsar:${kind}`);
    it(`${kind} ${JSON.stringify(inputs)}: ${wrong.length === 0 ? "fine" : wrong.join(", ")}`, () => {
      assert.deepEqual(
        resource?.check(inputs, old).failures.map(({ property }) => property),
        wrong,
      );
    });
  }
  it("fills in defaults", () => {
    const topicResource = pulsarResources.find(({ type }) => type.endsWith(":Topic"));
    assert.deepEqual(topicResource?.check({ topic, properties: null }, undefined).inputs, {
      topic,
      partitions: 0,
      deleteWhileInactive: false,
      onExisting: "adoptIfEqual",
      onDelete: "delete",
      deleteWaitSeconds: 90,
    });
  });
});
