import assert from "node:assert/strict";
import { type Properties } from "../../../provider/pulsar/resource/resource";
import { topic } from "../../../provider/pulsar/topic";
import { type Broker, freshName, useBroker } from "./broker";
import { checkedInputs, importById, operate, withStranger } from "./operations";
import { newNamespace } from "./places";
import { policyRows, type PolicyPlace } from "./topic-policy-rows";

/** Each policy through its life, on a topic without partitions and on one with them. */
describe("policies of topics", function () {
  this.timeout(60_000);
  let broker: Broker;
  let place: PolicyPlace;
  before(async () => {
    broker = await useBroker();
    const otherCluster = freshName("elsewhere");
    // The broker makes partitions at the other cluster as well, which therefore has to answer.
    await broker.send("PUT", `/clusters/${otherCluster}`, { serviceUrl: broker.adminUrl });
    const namespace = await newNamespace(broker);
    const allowedClusters = ["contract", otherCluster];
    await broker.send("POST", `/tenants/${namespace.split("/")[0]}`, { adminRoles: [], allowedClusters });
    await broker.send("POST", `/namespaces/${namespace}/allowedClusters`, allowedClusters);
    for (const name of ["shadow", "other-shadow"]) await broker.send("PUT", `/persistent/${namespace}/${name}`, {});
    place = { namespace, otherCluster };
  });
  after(() => broker.send("DELETE", `/clusters/${place.otherCluster}`));
  const fresh = (): string => `${place.namespace}/${freshName("made")}`;
  const importOf = async (id: string): Promise<Properties> => (await importById(topic, broker, id))?.inputs ?? {};

  for (const name of Object.keys(policyRows({ namespace: "t/n", otherCluster: "elsewhere" }))) {
    for (const partitions of [0, 2]) {
      it(`${name}, with ${partitions} partitions`, async () => {
        const { first, second, changed, stranger } =
          Object.entries(policyRows(place)).find(([key]) => key === name)?.[1] ?? assert.fail();
        const bare = { topic: fresh(), partitions };
        const [before, after] = [
          { ...bare, [name]: first },
          { ...bare, [name]: second },
        ];
        const made = operate(topic, broker);
        broker.calls();
        const { id } = await made.create(before);
        const created = broker.calls();
        assert.ok(created.length <= 6, created.join("\n"));
        await made.refresh();
        const refreshed = broker.calls();
        assert.ok(refreshed.length <= 3, refreshed.join("\n"));
        assert.deepEqual(made.changed(before), []);
        assert.deepEqual(topic.diff(await importOf(id), checkedInputs(topic, before, undefined)).changes, []);

        assert.deepEqual([...made.changed(after)].sort(), [...changed].sort());
        await made.update(after);
        await made.refresh();
        assert.deepEqual(made.changed(after), []);
        await made.update(before);

        const [method, path, body] = stranger;
        await broker.send(method, `/persistent/${bare.topic}/${path}`, body);
        await made.refresh();
        const drifted = made.changed(before);
        assert.ok(drifted.length > 0 && drifted.every((each) => each.startsWith(name)), drifted.join());
        await made.update(before);
        await made.refresh();
        assert.deepEqual(made.changed(before), []);

        assert.deepEqual(
          made.changed(bare).filter((each) => each !== "deleteWhileInactive"),
          [name],
        );
        await made.update(bare);
        await made.refresh();
        assert.deepEqual(made.changed(bare), []);
        assert.equal(name in (await importOf(id)), false);
      });
    }
    it(`${name} of a topic of somebody else`, async () => {
      const row = Object.entries(policyRows(place)).find(([key]) => key === name)?.[1] ?? assert.fail();
      const bare = { topic: fresh() };
      const [theirs, wanted] = [
        { ...bare, [name]: row.first },
        { ...bare, [name]: row.second },
      ];
      await operate(topic, broker).create(theirs);
      await assert.rejects(operate(topic, broker).create({ ...theirs, onExisting: "refuse" }), /exists already/);
      const second = operate(topic, broker);
      await assert.rejects(second.create(wanted), new RegExp(`exists already and differs in ${name} .*adopt`));
      await second.create({ ...wanted, onExisting: "adopt" });
      await second.refresh();
      assert.deepEqual(second.changed({ ...wanted, onExisting: "adopt" }), []);
      const third = operate(topic, broker);
      await third.create(wanted);
      await third.refresh();
      assert.deepEqual(third.changed(wanted), []);
    });
  }

  it("all of them at once, imported without a difference", async () => {
    const bare = { topic: fresh(), partitions: 1 };
    const policies = Object.entries(policyRows(place)).map(([name, { first }]) => [name, first] as const);
    const all = { ...bare, ...Object.fromEntries(policies) };
    const made = operate(topic, broker);
    broker.calls();
    const { id } = await made.create(all);
    assert.ok(broker.calls().length <= 4 + 2 * policies.length);
    await made.refresh();
    assert.ok(broker.calls().length <= 2 + policies.length);
    assert.deepEqual(made.changed(all), []);
    assert.deepEqual(topic.diff(await importOf(id), checkedInputs(topic, all, undefined)).changes, []);
    await made.update(bare);
    await made.refresh();
    assert.deepEqual(made.changed(bare), []);
    assert.deepEqual(topic.diff(await importOf(id), checkedInputs(topic, bare, undefined)).changes, []);
  });

  describe("retention against backlog quotas", () => {
    const kept = (size: string, minutes: number, limit: string, limitSeconds: number): Properties => ({
      retention: { size, minutes },
      backlogQuota: {
        destinationStorage: { limit, policy: "producer_exception" },
        messageAge: { limitSeconds, policy: "producer_exception" },
      },
    });
    const small = kept("100Mi", 10, "10Mi", 60);
    const large = kept("40Gi", 1000, "20Gi", 6000);

    for (const [name, steps] of [
      ["grow and shrink together", [small, large, small]],
      ["go together", [small, {}]],
      ["change hands", [{ retention: { size: "20Gi", minutes: 10 } }, small, { backlogQuota: large["backlogQuota"] }]],
      ["lose a quota as retention grows", [small, { retention: { size: "20Gi", minutes: 10 } }]],
    ] as const) {
      it(name, async () => {
        const bare = { topic: fresh() };
        const made = operate(topic, broker);
        await made.create({ ...bare, ...steps[0] });
        for (const step of steps.slice(1)) {
          await made.update({ ...bare, ...step });
          await made.refresh();
          assert.deepEqual(made.changed({ ...bare, ...step }), []);
        }
      });
    }
    it("say what to do where the quota above does not let them", async () => {
      const inputs = { topic: fresh(), retention: { size: "100Mi", minutes: 10 } };
      await assert.rejects(
        operate(topic, broker).create(inputs),
        /Could not set retention of topic .*must exceed configured backlog quota.*state both kinds of backlogQuota, smaller than retention/,
      );
    });
  });

  it("keep a topic that was left to the broker in other words", async () => {
    const bare = { topic: fresh() };
    const made = operate(topic, broker);
    await made.create({ ...bare, inactiveTopicPolicies: { deleteWhileInactive: true } });
    await made.update(bare);
    await made.refresh();
    assert.deepEqual(made.changed(bare), []);
    const left = { ...bare, deleteWhileInactive: true };
    await made.update({ ...bare, inactiveTopicPolicies: { deleteWhileInactive: true } });
    await made.update(left);
    await made.refresh();
    assert.deepEqual(made.changed(left), []);
    assert.equal(await broker.send("GET", `/persistent/${bare.topic}/inactiveTopicPolicies`), undefined);
  });
  it("leave the kind of quota that is not declared to others", async () => {
    const bare = { topic: fresh() };
    const quota = (path: string): string => `/persistent/${bare.topic}/backlogQuota?backlogQuotaType=${path}`;
    const storage = { destinationStorage: { limit: "1Gi", policy: "producer_exception" } };
    const made = operate(topic, broker);
    await made.create({ ...bare, backlogQuota: storage });
    await broker.send("POST", quota("message_age"), { limitTime: 9, policy: "producer_exception" });
    await made.refresh();
    assert.deepEqual(made.changed({ ...bare, backlogQuota: storage }), []);
    await made.update(bare);
    const left = await broker.send("GET", `/persistent/${bare.topic}/backlogQuotaMap`);
    assert.deepEqual(Object.keys(Object(left)), ["message_age"]);
    await operate(topic, broker).create({ ...bare, backlogQuota: storage, onExisting: "adopt" });
    const both = await broker.send("GET", `/persistent/${bare.topic}/backlogQuotaMap`);
    assert.equal(Object.keys(Object(both)).length, 2);
  });
  it("name what the broker knows no filter for", async () => {
    await assert.rejects(
      operate(topic, broker).create({ topic: fresh(), entryFilters: ["absent"] }),
      /Could not set entryFilters of topic .*Entry filter 'absent' not found/,
    );
  });
  it("say when a stranger's write took the place of ours", async () => {
    const name = fresh();
    const theirs = {
      ...broker,
      admin: withStranger(broker.admin, () => broker.send("POST", `/persistent/${name}/maxProducers`, 9)),
    };
    await assert.rejects(
      operate(topic, theirs).create({ topic: name, maxProducersPerTopic: 3 }),
      /did not keep maxProducersPerTopic \(declared: 3, at the broker: 9\)/,
    );
  });
});
