import assert from "node:assert/strict";
import { namespace } from "../../../provider/pulsar/namespace";
import { type Properties } from "../../../provider/pulsar/resource/resource";
import { type Broker, freshName, useBroker } from "./broker";
import { operate } from "./operations";

/** From one set of policies to another one, and the writes that take it there. */
interface Row {
  readonly name: string;
  readonly from: Properties;
  readonly to: Properties;
  readonly writes: readonly string[];
}

const local = "contract";
const west = freshName("west");
const south = freshName("south");

const storage = (limit: string) => ({ destinationStorage: { limit, policy: "producer_exception" } });
const age = (limitSeconds: number) => ({ messageAge: { limitSeconds, policy: "consumer_backlog_eviction" } });
const retention = (minutes: number, size: string) => ({ minutes, size });

const rows: readonly Row[] = [
  {
    name: "retention and quota grow",
    from: { retention: retention(60, "2Gi"), backlogQuota: storage("1Gi") },
    to: { retention: retention(60, "20Gi"), backlogQuota: storage("10Gi") },
    writes: ["retention", "backlogQuota"],
  },
  {
    name: "retention and quota shrink",
    from: { retention: retention(60, "20Gi"), backlogQuota: storage("10Gi") },
    to: { retention: retention(60, "2Gi"), backlogQuota: storage("1Gi") },
    writes: ["backlogQuota", "retention"],
  },
  {
    name: "from unlimited retention to little",
    from: { retention: retention(-1, "unlimited"), backlogQuota: storage("10Gi") },
    to: { retention: retention(60, "2Gi"), backlogQuota: storage("1Gi") },
    writes: ["backlogQuota", "retention"],
  },
  {
    name: "retention is taken out, the quota grows above it",
    from: { retention: retention(60, "2Gi"), backlogQuota: storage("1Gi") },
    to: { backlogQuota: storage("10Gi") },
    writes: ["retention", "backlogQuota"],
  },
  {
    name: "the quota is taken out, retention shrinks below it",
    from: { retention: retention(60, "2Gi"), backlogQuota: storage("1Gi") },
    to: { retention: retention(60, "1Mi") },
    writes: ["backlogQuota", "retention"],
  },
  {
    name: "a limit of age under retention of little size",
    from: { retention: retention(60, "2Gi"), backlogQuota: storage("1Gi") },
    to: { retention: retention(60, "2Gi"), backlogQuota: { ...storage("1Gi"), ...age(600) } },
    writes: ["retention", "backlogQuota", "retention"],
  },
  {
    name: "another cluster instead of one",
    from: { allowedClusters: [local, west], replicationClusters: [local, west] },
    to: { allowedClusters: [local, south], replicationClusters: [local, south] },
    writes: ["allowedClusters", "replication", "allowedClusters"],
  },
  {
    name: "one more cluster",
    from: { allowedClusters: [local, west], replicationClusters: [local, west] },
    to: { allowedClusters: [local, west, south], replicationClusters: [local, west, south] },
    writes: ["allowedClusters", "replication"],
  },
  {
    name: "one cluster less",
    from: { allowedClusters: [local, west], replicationClusters: [local, west] },
    to: { allowedClusters: [local], replicationClusters: [local] },
    writes: ["replication", "allowedClusters"],
  },
  {
    name: "the allowed clusters are taken out, and those replicated to change",
    from: { allowedClusters: [local, west], replicationClusters: [local, west] },
    to: { replicationClusters: [local, south] },
    writes: ["allowedClusters", "replication", "allowedClusters"],
  },
  {
    name: "both are taken out",
    from: { allowedClusters: [local, west], replicationClusters: [local, west] },
    to: {},
    writes: ["replication", "allowedClusters"],
  },
  {
    name: "another storage, which would lose its thresholds",
    from: {
      offloadPolicies: { driver: "aws-s3", bucket: "one" },
      offloadThreshold: "1Gi",
      offloadThresholdSeconds: 60,
      offloadDeletionLagMs: 5,
    },
    to: {
      offloadPolicies: { driver: "aws-s3", bucket: "two" },
      offloadThreshold: "1Gi",
      offloadThresholdSeconds: 60,
      offloadDeletionLagMs: 5,
    },
    writes: ["offloadPolicies", "offloadThreshold", "offloadThresholdInSeconds", "offloadDeletionLagMs"],
  },
  {
    name: "the storage is taken out, its thresholds are not",
    from: { offloadPolicies: { driver: "aws-s3", bucket: "one" }, offloadThreshold: "1Gi" },
    to: { offloadThreshold: "1Gi" },
    writes: ["removeOffloadPolicies", "offloadThreshold"],
  },
];

describe("provider/pulsar/namespace/namespace-write-order at a broker", function () {
  this.timeout(60_000);
  let broker: Broker;
  const tenant = freshName("tenant");
  before(async function () {
    this.timeout(180_000);
    broker = await useBroker();
    const urls = { serviceUrl: "http://127.0.0.1:9", brokerServiceUrl: "pulsar://127.0.0.1:9" };
    for (const name of [west, south]) await broker.send("PUT", `/clusters/${name}`, urls);
    await broker.send("PUT", `/tenants/${tenant}`, { adminRoles: [], allowedClusters: [local, west, south] });
  });
  after(async () => {
    for (const name of [west, south]) await broker.send("DELETE", `/clusters/${name}`);
  });
  const named = (): Broker => ({ ...broker, admin: { ...broker.admin, clusterName: local } });
  /** The policies that were written, in their order. */
  const written = (calls: readonly string[]): readonly string[] =>
    calls.filter((call) => !call.startsWith("GET ")).map((call) => call.split("/").at(-1)?.split("?")[0] ?? "");

  for (const { name, from, to, writes } of rows) {
    it(name, async () => {
      const place = { tenant, namespace: freshName("made") };
      const made = operate(namespace, named());
      await made.create({ ...place, ...from });
      broker.calls();
      await made.update({ ...place, ...to });
      assert.deepEqual(written(broker.calls()), writes);
      await made.refresh();
      assert.deepEqual(made.changed({ ...place, ...to }), []);
    });
  }
  it("mends what the broker took at a create and refuses one by one", async () => {
    const inputs = { tenant, namespace: freshName("made"), retention: retention(60, "2Gi") };
    await broker.send("PUT", `/namespaces/${tenant}/${inputs.namespace}`, {
      retention_policies: { retentionTimeInMinutes: 60, retentionSizeInMB: 1 },
      backlog_quota_map: {
        destination_storage: { limitSize: 99_999_999_999, limitTime: -1, policy: "producer_exception" },
      },
    });
    const made = operate(namespace, named());
    await made.create({ ...inputs, backlogQuota: storage("1Gi"), onExisting: "adopt" });
    await made.refresh();
    assert.deepEqual(made.changed({ ...inputs, backlogQuota: storage("1Gi"), onExisting: "adopt" }), []);
  });
  it("leaves thresholds that somebody else set, when the storage changes", async () => {
    const place = { tenant, namespace: freshName("made") };
    const made = operate(namespace, named());
    await made.create({ ...place, offloadPolicies: { driver: "aws-s3", bucket: "one" } });
    await broker.send("PUT", `/namespaces/${tenant}/${place.namespace}/offloadThreshold`, 77);
    await made.update({ ...place, offloadPolicies: { driver: "aws-s3", bucket: "two" } });
    assert.equal(await broker.send("GET", `/namespaces/${tenant}/${place.namespace}/offloadThreshold`), 77);
  });
});
