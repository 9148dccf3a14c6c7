import assert from "node:assert/strict";
import { type Properties, type PulsarResource } from "../../../provider/pulsar/resource/resource";
import { type Broker, useBroker } from "./broker";
import { importById, operate } from "./operations";

/** A change that somebody else makes at the broker. */
export interface Drift {
  readonly name: string;
  /** Path that a preview then shows. */
  readonly path: string;
  readonly act: (broker: Broker, inputs: Properties) => Promise<unknown>;
}

/** What each kind of resource says of itself; the promises are the same for all. */
export interface Contract {
  readonly resource: PulsarResource;
  /** @default the broker of all contract tests */
  readonly broker?: () => Promise<Broker>;
  /** Arguments of an object that does not exist yet; everything it lives in does. */
  readonly fresh: (broker: Broker) => Promise<Properties>;
  /** Arguments with other values for some, and the paths a preview shows. */
  readonly changes: readonly { readonly to: Properties; readonly paths: readonly string[] }[];
  /** Optional arguments that can be left out again. */
  readonly optional: readonly string[];
  readonly drifts: readonly Drift[];
  /** A preview asks the broker, which changes nothing; @default false */
  readonly asksAtPreview?: boolean;
  /** Most calls that a create and a refresh may take. */
  readonly calls: { readonly create: number; readonly refresh: number };
}

export function describeContract(contract: Contract): void {
  describe(`contract of ${contract.resource.type}`, function () {
    this.timeout(60_000);
    let broker: Broker;
    before(async function () {
      this.timeout(180_000);
      broker = await (contract.broker ?? useBroker)();
    });
    describeLife(contract, () => broker);
    describeExisting(contract, () => broker);
  });
}

function describeLife(contract: Contract, broker: () => Broker): void {
  const { resource } = contract;
  it("creates, reads back without a difference, imports without a difference, deletes, and deletes again", async () => {
    const inputs = await contract.fresh(broker());
    const made = operate(resource, broker());
    broker().calls();
    const { id } = await made.create(inputs);
    assert.ok(broker().calls().length <= contract.calls.create);
    await made.refresh();
    const refreshCalls = broker().calls();
    assert.ok(refreshCalls.length <= contract.calls.refresh, refreshCalls.join("\n"));
    assert.deepEqual(made.changed(inputs), []);
    const imported = await importById(resource, broker(), id);
    assert.deepEqual(resource.diff(imported?.inputs ?? {}, resource.check(inputs, undefined).inputs).changes, []);
    await made.delete();
    assert.equal(await made.refresh(), undefined);
    assert.equal(await importById(resource, broker(), id), undefined);
    await made.delete();
  });
  it("changes nothing at preview, and shows what it will be", async () => {
    const inputs = await contract.fresh(broker());
    const made = operate(resource, broker());
    broker().calls();
    const previewed = await made.preview(inputs);
    const sent = broker().calls();
    assert.deepEqual(contract.asksAtPreview === true ? sent.filter((call) => !isQuestion(call)) : sent, []);
    const { outputs } = await made.create(inputs);
    for (const shown of previewed) assert.deepEqual({ ...outputs, ...shown }, outputs);
  });
  it("refuses an id that it cannot have given", async () => {
    await assert.rejects(importById(resource, broker(), "a b//"), /"a b\/\/" is not .*: write /);
  });
  for (const { to, paths } of contract.changes) {
    it(`changes ${paths.join(", ")}`, async () => {
      const before = await contract.fresh(broker());
      const made = operate(resource, broker());
      await made.create(before);
      const after = { ...before, ...to };
      assert.deepEqual(made.changed(after), paths);
      await made.update(after);
      await made.refresh();
      assert.deepEqual(made.changed(after), []);
    });
  }
  for (const name of contract.optional) {
    it(`unsets ${name}`, async () => {
      const before = await contract.fresh(broker());
      const made = operate(resource, broker());
      await made.create(before);
      const after = Object.fromEntries(Object.entries(before).filter(([key]) => key !== name));
      assert.notDeepEqual(made.changed(after), []);
      await made.update(after);
      await made.refresh();
      assert.deepEqual(made.changed(after), []);
      const imported = await importById(resource, broker(), made.state().id);
      assert.deepEqual(resource.diff(imported?.inputs ?? {}, resource.check(after, undefined).inputs).changes, []);
    });
  }
  for (const { name, path, act } of contract.drifts) {
    it(`finds and repairs drift: ${name}`, async () => {
      const inputs = await contract.fresh(broker());
      const made = operate(resource, broker());
      await made.create(inputs);
      await act(broker(), inputs);
      await made.refresh();
      assert.deepEqual(made.changed(inputs), [path]);
      await made.update(inputs);
      await made.refresh();
      assert.deepEqual(made.changed(inputs), []);
    });
  }
}

const isQuestion = (call: string): boolean => call.startsWith("GET ") || call.endsWith("/compatibility");

/** What becomes of two resources that hold the same object, and which of them the engine asks for differences first. */
const laterRuns = [
  { run: "the program has one of them no more", keepsFirst: false, keepsSecond: true },
  { run: "destroy", keepsFirst: false, keepsSecond: false },
  // A refresh compares all that the state has.
  { run: "destroy after a refresh", keepsFirst: true, keepsSecond: true },
];

function describeExisting(contract: Contract, broker: () => Broker): void {
  const { resource } = contract;
  it("creates over its own object again", async () => {
    const inputs = await contract.fresh(broker());
    const made = operate(resource, broker());
    await made.create(inputs);
    await made.create(inputs);
    await made.refresh();
    assert.deepEqual(made.changed(inputs), []);
  });
  it("refuses an object of somebody else with refuse", async () => {
    const inputs = await contract.fresh(broker());
    await operate(resource, broker()).create(inputs);
    await assert.rejects(
      operate(resource, broker()).create({ ...inputs, onExisting: "refuse" }),
      /exists already, and onExisting is/,
    );
  });
  it("adopts an equal object, and the resource that had it leaves it alone", async () => {
    const inputs = await contract.fresh(broker());
    const first = operate(resource, broker());
    const second = operate(resource, broker());
    await first.create(inputs);
    await second.create(inputs);
    await first.delete();
    assert.match(first.messages.join(), /is left/);
    assert.notEqual(await second.refresh(), undefined);
    await second.delete();
    assert.equal(await second.refresh(), undefined);
  });
  for (const { run, keepsFirst, keepsSecond } of laterRuns) {
    it(`leaves an object to whoever has it too, also in a later run: ${run}`, async () => {
      const inputs = await contract.fresh(broker());
      const [first, second] = [operate(resource, broker()), operate(resource, broker())];
      await first.create(inputs);
      await second.create(inputs);
      const later = { admin: { ...broker().admin } };
      first.enterRun(later);
      second.enterRun(later);
      if (keepsFirst) first.keep();
      if (keepsSecond) second.keep();
      await first.delete();
      if (keepsSecond && !keepsFirst) {
        assert.match(first.messages.join(), /is left/);
        assert.notEqual(await second.refresh(), undefined);
      }
      await second.delete();
      assert.equal(await second.refresh(), undefined);
    });
  }
  for (const { to, paths } of contract.changes) {
    it(`names ${paths.join(", ")} where it differs, and changes it with adopt`, async () => {
      const inputs = await contract.fresh(broker());
      await operate(resource, broker()).create(inputs);
      const wanted = { ...inputs, ...to };
      const second = operate(resource, broker());
      const field = paths[0]?.split(/[.[]/)[0] ?? "";
      await assert.rejects(second.create(wanted), new RegExp(`exists already and differs in ${field} .*adopt`));
      await second.create({ ...wanted, onExisting: "adopt" });
      await second.refresh();
      assert.deepEqual(second.changed({ ...wanted, onExisting: "adopt" }), []);
    });
  }
}
