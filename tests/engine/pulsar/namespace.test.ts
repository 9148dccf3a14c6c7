import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { type AdminClient } from "../../../provider/pulsar/admin/client";
import { AdminError } from "../../../provider/pulsar/admin/error";
import { textsOf } from "../../../provider/pulsar/resource/decode";
import { namespace } from "../../../provider/pulsar/namespace";
import { stampKey, stampOf } from "../../../provider/pulsar/resource/ownership";
import { type Properties } from "../../../provider/pulsar/resource/resource";
import { topic } from "../../../provider/pulsar/topic";
import { type Broker, freshName, useBroker } from "./broker";
import { produce } from "./client";
import { describeContract } from "./contract";
import { operate, withStranger } from "./operations";
import { newTenant } from "./places";

const pathOf = (inputs: Properties): string => `/namespaces/${String(inputs["tenant"])}/${String(inputs["namespace"])}`;

describeContract({
  resource: namespace,
  fresh: async (broker) => ({
    tenant: await newTenant(broker),
    namespace: freshName("made"),
    retention: { minutes: 60, size: "10Gi" },
    messageTtlSeconds: 600,
    deduplication: true,
  }),
  changes: [
    { to: { retention: { minutes: -1, size: "unlimited" } }, paths: ["retention.minutes", "retention.size"] },
    { to: { retention: { minutes: 0, size: "0" } }, paths: ["retention.minutes", "retention.size"] },
    { to: { messageTtlSeconds: 0 }, paths: ["messageTtlSeconds"] },
    { to: { deduplication: false }, paths: ["deduplication"] },
  ],
  optional: ["retention", "messageTtlSeconds", "deduplication"],
  drifts: [
    {
      name: "another size of retention",
      path: "retention.size",
      act: (broker, inputs) =>
        broker.send("POST", `${pathOf(inputs)}/retention`, { retentionTimeInMinutes: 60, retentionSizeInMB: 20480 }),
    },
    {
      name: "retention unset",
      path: "retention",
      act: (broker, inputs) => broker.send("DELETE", `${pathOf(inputs)}/retention`),
    },
    {
      name: "another TTL",
      path: "messageTtlSeconds",
      act: (broker, inputs) => broker.send("POST", `${pathOf(inputs)}/messageTTL`, 5),
    },
    {
      name: "deduplication off",
      path: "deduplication",
      act: (broker, inputs) => broker.send("POST", `${pathOf(inputs)}/deduplication`, false),
    },
  ],
  asksAtPreview: true,
  calls: { create: 2, refresh: 1 },
});

describe("provider/pulsar/namespace at a broker", function () {
  this.timeout(60_000);
  let broker: Broker;
  let tenant: string;
  before(async () => {
    broker = await useBroker();
    tenant = await newTenant(broker);
  });
  const fresh = (): { tenant: string; namespace: string } => ({ tenant, namespace: freshName("made") });

  it("knows a create again that was cut off before it was answered", async () => {
    const inputs = fresh();
    const made = operate(namespace, broker);
    await broker.send("PUT", pathOf(inputs), { properties: { [stampKey]: stampOf(made.urn) } });
    await made.create({ ...inputs, messageTtlSeconds: 7, onExisting: "refuse" });
    assert.equal(await broker.send("GET", `${pathOf(inputs)}/messageTTL`), 7);
  });
  it("keeps the largest size exact", async () => {
    const inputs = { ...fresh(), retention: { minutes: 5, size: "8796093022207Mi" } };
    const made = operate(namespace, broker);
    await made.create(inputs);
    await made.refresh();
    assert.deepEqual(made.changed(inputs), []);
  });
  it("leaves policies alone that are not declared", async () => {
    const inputs = fresh();
    const made = operate(namespace, broker);
    await made.create({ ...inputs, messageTtlSeconds: 7 });
    await broker.send("POST", `${pathOf(inputs)}/deduplication`, true);
    await made.update({ ...inputs, messageTtlSeconds: 8 });
    assert.equal(await broker.send("GET", `${pathOf(inputs)}/deduplication`), true);
  });
  it("refuses to lose messages, names them, and loses them with force", async () => {
    const inputs = { ...fresh(), deleteWaitSeconds: 1 };
    const made = operate(namespace, broker);
    await made.create(inputs);
    const full = `${tenant}/${inputs.namespace}/full`;
    await broker.send("PUT", `/persistent/${full}`, {});
    await broker.send("PUT", `/persistent/${full}/subscription/reader`, "earliest");
    await produce(broker, full);
    await assert.rejects(
      made.delete(),
      new RegExp(`topic persistent://${full} \\(1 message not acknowledged in subscription reader\\)`),
    );
    await made.update({ ...inputs, onDelete: "force" });
    await made.delete();
    assert.equal(await made.refresh(), undefined);
  });
  it("goes with partitions whose topic is gone, at a broker that forbids force", async () => {
    const inputs = { ...fresh(), onDelete: "force", deleteWaitSeconds: 1 };
    const name = `${tenant}/${inputs.namespace}`;
    const made = operate(namespace, broker);
    await made.create(inputs);
    await broker.send("PUT", `/persistent/${name}/left/partitions`, 2);
    await broker.send("PUT", `/persistent/${name}/parts/partitions`, 2);
    const deleted: string[] = [];
    const forbidding: AdminClient = {
      ...broker.admin,
      send: async (request) => {
        const { method, path, purpose } = request;
        if (method === "DELETE") deleted.push(path.replace(`/admin/v2/persistent/${name}/`, ""));
        if (method === "DELETE" && path.endsWith(`/namespaces/${name}`) && request.query !== undefined) {
          const reason = "Broker doesn't allow forced deletion of namespaces";
          const facts = { method, path, purpose, reason, status: 405, retryable: false, sentence: reason };
          throw new AdminError({ kind: "status", ...facts });
        }
        const response = await broker.admin.send(request);
        // What a client leaves that connects again while its topic is deleted by force.
        const isList = path.endsWith("/partitioned");
        return isList
          ? { ...response, json: () => textsOf(response.json()).filter((topic) => !topic.endsWith("/left")) }
          : response;
      },
    };
    made.enterRun({ admin: forbidding });
    await assert.rejects(made.delete());
    assert.deepEqual(
      deleted.filter((path) => !path.startsWith("/")),
      ["left-partition-0", "left-partition-1", "parts/partitions"],
    );
  });
  it("can be deleted and made again, time after time", async function () {
    this.timeout(120_000);
    const cycle = async (inputs: Properties): Promise<void> => {
      const made = operate(namespace, broker);
      await made.create(inputs);
      // Its policies are what the broker keeps a system topic with clients of its own for.
      const inside = operate(topic, broker);
      await inside.create({ topic: `${tenant}/${String(inputs["namespace"])}/in` });
      await sleep(Math.random() * 200);
      await inside.delete();
      await made.delete();
      await sleep(250 + Math.random() * 500);
    };
    const again = async (inputs: Properties): Promise<void> => {
      for (let time = 0; time < 15; time++) await cycle(inputs);
    };
    await Promise.all(Array.from({ length: 8 }, () => again({ ...fresh(), deleteWaitSeconds: 1 })));
  });
  it("says when a stranger's write undoes its own", async () => {
    const inputs = fresh();
    const theirs = {
      ...broker,
      admin: withStranger(broker.admin, () => broker.send("DELETE", `${pathOf(inputs)}/messageTTL`)),
    };
    const made = operate(namespace, theirs).create({ ...inputs, messageTtlSeconds: 7 });
    await assert.rejects(
      made,
      /accepted namespace .* but did not keep messageTtlSeconds \(declared: 7, at the broker: not set\)/,
    );
  });
  it("says what is wrong when the tenant does not exist", async () => {
    await assert.rejects(
      operate(namespace, broker).create({ tenant: "nobody", namespace: "x" }),
      /Could not create namespace nobody\/x: Pulsar answered 404/,
    );
  });
  it("names the argument whose clusters the tenant does not allow", async () => {
    await assert.rejects(
      operate(namespace, broker).create({ ...fresh(), replicationClusters: ["nowhere"] }),
      /Pulsar answered 403 "Cluster \[nowhere\] [^"]*"\. replicationClusters and allowedClusters of a namespace have to be/,
    );
  });
});
