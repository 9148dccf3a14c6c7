import assert from "node:assert/strict";
import { recordOf } from "../../../provider/pulsar/resource/decode";
import { namespace } from "../../../provider/pulsar/namespace";
import { stampKey, stampOf } from "../../../provider/pulsar/resource/ownership";
import { type Properties } from "../../../provider/pulsar/resource/resource";
import { type Broker, freshName, useBroker } from "./broker";
import { policyCases } from "./namespace-policy-cases";
import { importById, operate } from "./operations";
import { newTenant } from "./places";

const pathOf = (inputs: Properties): string => `/namespaces/${String(inputs["tenant"])}/${String(inputs["namespace"])}`;

describe("provider/pulsar/namespace/namespace-change at a broker", function () {
  this.timeout(60_000);
  let broker: Broker;
  let tenant: string;
  before(async function () {
    this.timeout(180_000);
    broker = await useBroker();
    tenant = await newTenant(broker);
  });
  const fresh = (): { tenant: string; namespace: string } => ({ tenant, namespace: freshName("made") });

  it("loses none of 240 policies written to eight namespaces at the same time", async () => {
    const count = (start: number, names: readonly string[]): Properties =>
      Object.fromEntries(names.map((name, index) => [name, start + index]));
    const limits = [
      ["maxProducersPerTopic", "maxConsumersPerTopic", "maxConsumersPerSubscription", "maxSubscriptionsPerTopic"],
      ["maxUnackedMessagesPerConsumer", "maxUnackedMessagesPerSubscription", "maxTopicsPerNamespace"],
      ["messageTtlSeconds", "subscriptionExpirationMinutes", "deduplicationSnapshotIntervalSeconds"],
    ];
    const rate = { messages: 5 };
    const parts: readonly Properties[] = [
      {
        ...count(10, limits[0] ?? []),
        ...count(20, limits[1] ?? []),
        dispatchRate: rate,
        publishRate: rate,
        compactionThreshold: "1Mi",
      },
      {
        ...count(30, limits[2] ?? []),
        subscriptionDispatchRate: rate,
        replicatorDispatchRate: rate,
        deduplication: true,
        offloadThreshold: "1Gi",
        offloadThresholdSeconds: 5,
        retention: { minutes: 9, size: "9Mi" },
        subscribeRate: { perConsumer: 1 },
      },
      {
        encryptionRequired: true,
        schemaValidationEnforced: true,
        isAllowAutoUpdateSchema: false,
        subscriptionAuthMode: "Prefix",
        autoSubscriptionCreation: false,
        subscriptionTypesEnabled: ["Shared"],
        schemaCompatibilityStrategy: "FULL",
        delayedDelivery: { active: true },
        inactiveTopicPolicies: { deleteWhileInactive: false },
        dispatcherPauseOnAckStatePersistent: true,
      },
    ];
    assert.deepEqual(
      parts.map((part) => Object.keys(part).length),
      [10, 10, 10],
    );
    const namespaces = Array.from({ length: 8 }, fresh);
    await Promise.all(namespaces.map((inputs) => operate(namespace, broker).create(inputs)));
    const resources = namespaces.flatMap((inputs) =>
      parts.map((part) => ({ made: operate(namespace, broker), all: { ...inputs, ...part, onExisting: "adopt" } })),
    );
    await Promise.all(resources.map(({ made, all }) => made.create(all)));
    for (const { made, all } of resources) {
      await made.refresh();
      assert.deepEqual(made.changed(all), []);
    }
  });
  it("sets every policy that the broker takes at a create in three calls, and reads them in one", async () => {
    const { bookieAffinity, antiAffinity, resourceGroup, ...cases } = policyCases({
      local: "contract",
      west: "contract",
      south: "contract",
    });
    assert.ok([bookieAffinity, antiAffinity, resourceGroup].every((row) => row !== undefined));
    const inputs = {
      ...fresh(),
      ...Object.fromEntries(Object.entries(cases).map(([name, { value }]) => [name, value])),
    };
    const made = operate(namespace, broker);
    broker.calls();
    await made.create(inputs);
    assert.equal(broker.calls().length, 3);
    await made.refresh();
    assert.equal(broker.calls().length, 1);
    assert.deepEqual(made.changed(inputs), []);
  });
  it("updates with one call for each changed policy, between two reads", async () => {
    const inputs = { ...fresh(), messageTtlSeconds: 1, deduplication: true, maxProducersPerTopic: 3 };
    const made = operate(namespace, broker);
    await made.create(inputs);
    broker.calls();
    await made.update({ ...inputs, messageTtlSeconds: 2, maxProducersPerTopic: 4 });
    assert.deepEqual(
      broker.calls().map((call) => call.split(" ")[0]),
      ["GET", "POST", "POST", "GET"],
    );
  });
  it("owns the kinds of quota and the properties that are declared, and no others", async () => {
    const policy = "producer_exception";
    const inputs = {
      ...fresh(),
      properties: { team: "retail", cost: "7" },
      backlogQuota: { messageAge: { limitSeconds: 60, policy } },
    };
    const made = operate(namespace, broker);
    await made.create(inputs);
    const theirs = { limitSize: 1000, limitTime: -1, policy };
    await broker.send("POST", `${pathOf(inputs)}/backlogQuota`, theirs);
    await broker.send("PUT", `${pathOf(inputs)}/properties`, { theirs: "x", cost: "8" });
    await made.refresh();
    assert.deepEqual(made.changed(inputs), ["properties.cost"]);
    const { tenant: of, namespace: named } = inputs;
    await made.update({ tenant: of, namespace: named, properties: { team: "orders" } });
    await made.refresh();
    assert.deepEqual(made.changed({ tenant: of, namespace: named, properties: { team: "orders" } }), []);
    assert.deepEqual(await broker.send("GET", `${pathOf(inputs)}/properties`), {
      team: "orders",
      theirs: "x",
      [stampKey]: stampOf(made.urn),
    });
    assert.deepEqual(await broker.send("GET", `${pathOf(inputs)}/backlogQuotaMap`), {
      destination_storage: { ...theirs, limit: 1000 },
    });
  });
  it("makes bundles at a create, and never looks at their number again", async () => {
    const inputs = { ...fresh(), bundles: 8 };
    const made = operate(namespace, broker);
    await made.create(inputs);
    const bundles = async () => recordOf(await broker.send("GET", `${pathOf(inputs)}/bundles`))["numBundles"];
    assert.equal(await bundles(), 8);
    await broker.send("PUT", `${pathOf(inputs)}/0x00000000_0x20000000/split`);
    await made.refresh();
    assert.deepEqual(made.changed(inputs), []);
    assert.deepEqual(
      namespace.check({ ...inputs, bundles: 9 }, made.state().inputs).failures.map(({ property }) => property),
      ["bundles"],
    );
  });
  it("says when the resource group does not exist, and completes the namespace when it does", async () => {
    const resourceGroup = freshName("group");
    const inputs = { ...fresh(), resourceGroup };
    const made = operate(namespace, broker);
    await assert.rejects(
      made.create(inputs),
      /Could not set resourceGroup of namespace .*ResourceGroup does not exist/,
    );
    await broker.send("PUT", `/resourcegroups/${resourceGroup}`, {});
    await made.create({ ...inputs, onExisting: "refuse" });
    assert.equal(recordOf(await broker.send("GET", pathOf(inputs)))["resource_group_name"], resourceGroup);
  });
  it("sets rates one by one where only the broker knows which cluster it is", async () => {
    const other = freshName("west");
    await broker.send("PUT", `/clusters/${other}`, { serviceUrl: "http://127.0.0.1:9" });
    try {
      const inputs = { ...fresh(), dispatchRate: { messages: 5 }, publishRate: { bytes: "1Mi" } };
      const made = operate(namespace, broker);
      await made.create(inputs);
      await made.refresh();
      assert.deepEqual(made.changed(inputs), []);
      assert.equal(
        recordOf(await broker.send("GET", `${pathOf(inputs)}/dispatchRate`))["dispatchThrottlingRateInMsg"],
        5,
      );
      const misnamed = { ...broker, admin: { ...broker.admin, clusterName: "nowhere" } };
      await assert.rejects(
        operate(namespace, misnamed).create({ ...inputs, ...fresh() }),
        /clusterName is "nowhere", and the broker knows only .*contract/,
      );
    } finally {
      await broker.send("DELETE", `/clusters/${other}`);
    }
  });
  it("imports what is set, and claims nothing else", async () => {
    const inputs = fresh();
    await broker.send("PUT", pathOf(inputs), {
      message_ttl_in_seconds: 7,
      encryption_required: true,
      properties: { team: "retail", [stampKey]: "of another resource" },
    });
    const imported = await importById(namespace, broker, `${tenant}/${inputs.namespace}`);
    assert.deepEqual(imported?.inputs, {
      ...inputs,
      messageTtlSeconds: 7,
      encryptionRequired: true,
      properties: { team: "retail" },
      onExisting: "adoptIfEqual",
      onDelete: "delete",
      deleteWaitSeconds: 90,
    });
  });
  it("deletes a namespace that may be replicated but is not", async () => {
    const other = freshName("west");
    await broker.send("PUT", `/clusters/${other}`, { serviceUrl: "http://127.0.0.1:9" });
    try {
      await broker.send("POST", `/tenants/${tenant}`, { allowedClusters: ["contract", other] });
      const made = operate(namespace, broker);
      const inputs = { ...fresh(), allowedClusters: ["contract", other] };
      await made.create(inputs);
      assert.deepEqual(await broker.send("GET", `${pathOf(inputs)}/replication`), ["contract"]);
      await made.delete();
      assert.equal(await made.refresh(), undefined);
      await broker.send("PUT", pathOf(inputs), { allowed_clusters: ["contract", other] });
      const named = { ...broker, admin: { ...broker.admin, clusterName: "contract" } };
      const adopted = operate(namespace, named);
      await adopted.create(inputs);
      await adopted.delete();
      assert.equal(await adopted.refresh(), undefined);
    } finally {
      await broker.send("POST", `/tenants/${tenant}`, { allowedClusters: ["contract"] });
      await broker.send("DELETE", `/clusters/${other}`);
    }
  });
});
