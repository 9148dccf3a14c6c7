import assert from "node:assert/strict";
import { adminPathV3 } from "../../../provider/pulsar/admin/request";
import { pulsarPackage } from "../../../provider/pulsar/package";
import { deleteVersion } from "../../../provider/pulsar/package/package-api";
import { placeOfUrl } from "../../../provider/pulsar/package/package-place";
import { recordOf } from "../../../provider/pulsar/resource/decode";
import { type OperationContext, type Properties } from "../../../provider/pulsar/resource/resource";
import { type Broker, freshName, useBroker } from "./broker";
import { describeContract } from "./contract";
import { importById, operate, withStranger } from "./operations";
import {
  bytesAt,
  completeBrokenUploads,
  describeAs,
  fresh,
  hash,
  metadataOf,
  pathOf,
  send,
  text,
  upload,
} from "./package-calls";
import { packageContract } from "./package-contract";

describeContract(packageContract);

describe("provider/pulsar/package at a broker", function () {
  this.timeout(60_000);
  let broker: Broker;
  before(async () => (broker = await useBroker()));

  const changesTo = (before: Properties, after: Properties): unknown => {
    const { changes, deleteBeforeReplace } = pulsarPackage.diff(checked(before), checked(after));
    return { paths: changes.map(({ path, replace }) => `${path}${replace ? " replaces" : ""}`), deleteBeforeReplace };
  };
  const checked = (inputs: Properties): Properties => pulsarPackage.check(inputs, undefined).inputs;

  it("becomes another version with other bytes, which stands beside the old one until that goes", async () => {
    const before = fresh();
    const after = { ...before, content: text("print(2)") };
    assert.deepEqual(changesTo(before, after), {
      paths: ["version replaces", "content replaces"],
      deleteBeforeReplace: false,
    });
    const urn = freshName("urn:pulumi:test::p::t::r");
    const [old, made] = [operate(pulsarPackage, broker, urn), operate(pulsarPackage, broker, urn)];
    await old.create(before);
    const { outputs } = await made.create(after);
    assert.equal(outputs["url"], `function://packages/orders/${before.name}@${hash("print(2)").slice(0, 12)}`);
    assert.equal(outputs["contentHash"], hash("print(2)"));
    assert.deepEqual([await bytesAt(broker, before), await bytesAt(broker, after)], ["print(1)", "print(2)"]);
    await old.delete();
    assert.equal(await old.refresh(), undefined);
    assert.notEqual(await made.refresh(), undefined);
  });
  it("of a stated version is remade with other bytes", async () => {
    const before = { ...fresh(), version: "1.2" };
    const after = { ...before, content: text("print(2)") };
    assert.deepEqual(changesTo(before, after), { paths: ["content replaces"], deleteBeforeReplace: true });
    const made = operate(pulsarPackage, broker);
    await made.create(before);
    await made.delete();
    await made.create(after);
    assert.equal(await bytesAt(broker, after), "print(2)");
  });
  it("finds bytes that a stranger exchanged, even under our properties", async () => {
    const inputs = { ...fresh(), version: "1.2", properties: { a: "1" } };
    const made = operate(pulsarPackage, broker);
    await made.create(inputs);
    const { properties } = await metadataOf(broker, inputs);
    await send(broker, "DELETE", pathOf(inputs));
    await upload(broker, inputs, "print(9)", { properties });
    await made.refresh();
    assert.deepEqual(made.changed(inputs), ["content"]);
    assert.equal(made.state().outputs["contentHash"], hash("print(9)"));
    await made.delete();
    await made.create(inputs);
    await made.refresh();
    assert.deepEqual(made.changed(inputs), []);
  });
  it("compares bytes where a stranger took the hash away, and puts it back with the next change", async () => {
    const inputs = { ...fresh(), description: "mine" };
    const made = operate(pulsarPackage, broker);
    await made.create(inputs);
    await describeAs(broker, inputs, { description: "theirs" });
    await made.refresh();
    assert.deepEqual(made.changed(inputs), ["description"]);
    await made.update(inputs);
    const { properties } = await metadataOf(broker, inputs);
    assert.equal(recordOf(properties)["function-mesh.sha256"], hash("print(1)"));
    broker.calls();
    await made.refresh();
    assert.equal(broker.calls().length, 2);
  });
  it("is not described over bytes that a stranger exchanged, before a refresh", async () => {
    const inputs = { ...fresh(), version: "1.2", description: "mine" };
    const made = operate(pulsarPackage, broker);
    await made.create(inputs);
    const { properties } = await metadataOf(broker, inputs);
    await send(broker, "DELETE", pathOf(inputs));
    await upload(broker, inputs, "print(9)", { properties });
    const written = await metadataOf(broker, inputs);
    await assert.rejects(made.update({ ...inputs, description: "ours" }), (error: Error) => {
      assert.match(
        error.message,
        /^Package function:.* holds other bytes than were uploaded here: refresh, then they are/,
      );
      return true;
    });
    assert.deepEqual(await metadataOf(broker, inputs), written);
    await made.refresh();
    assert.deepEqual(made.changed({ ...inputs, description: "ours" }), ["content", "description"]);
  });
  it("is described though a stranger described it before, since the bytes are ours", async () => {
    const inputs = { ...fresh(), description: "mine" };
    const made = operate(pulsarPackage, broker);
    await made.create(inputs);
    await describeAs(broker, inputs, { description: "theirs" });
    broker.calls();
    await made.update({ ...inputs, description: "ours" });
    assert.ok(broker.calls().includes(`GET ${pathOf(made.state().inputs)}`));
    assert.equal((await metadataOf(broker, inputs))["description"], "ours");
    broker.calls();
    await made.update({ ...inputs, description: "ours again" });
    assert.ok(!broker.calls().includes(`GET ${pathOf(made.state().inputs)}`));
  });
  it("keeps what others say of it, and when it was made", async () => {
    const inputs = { ...fresh(), properties: { a: "1" } };
    const made = operate(pulsarPackage, broker);
    await made.create(inputs);
    const before = await metadataOf(broker, inputs);
    const theirs = { ...before, contact: "them", properties: { ...recordOf(before["properties"]), b: "2" } };
    await describeAs(broker, inputs, theirs);
    await made.refresh();
    assert.deepEqual(made.changed(inputs), []);
    await made.update({ ...inputs, properties: { c: "3" } });
    const { contact, createTime, properties } = await metadataOf(broker, inputs);
    const { a, b, c } = recordOf(properties);
    assert.deepEqual(
      { contact, createTime, a, b, c },
      { contact: "them", createTime: before["createTime"], a: undefined, b: "2", c: "3" },
    );
  });
  it("is uploaded again when somebody deleted it", async () => {
    const inputs = fresh();
    const made = operate(pulsarPackage, broker);
    await made.create(inputs);
    await send(broker, "DELETE", pathOf(inputs));
    assert.equal(await made.refresh(), undefined);
    await made.create(inputs);
    assert.equal(await bytesAt(broker, inputs), "print(1)");
  });
  it("leaves no trace by looking for what is not there", async () => {
    const id = `function://packages/orders/${freshName("absent")}@1`;
    const absent = placeOfUrl(id);
    assert.equal(await importById(pulsarPackage, broker, id), undefined);
    await pulsarPackage.delete(id, { inputs: {}, outputs: {} }, context(broker));
    const list = await send(broker, "GET", adminPathV3("packages", "function", "packages", "orders"));
    assert.ok(![list].flat().includes(absent.name));
    await deleteVersion(broker.admin, absent);
  });
  it("adopts a stranger's with the same bytes, and with others only when told to", async () => {
    const inputs = { ...fresh(), version: "7" };
    await upload(broker, inputs, "print(1)", { description: "theirs" });
    const adopted = operate(pulsarPackage, broker);
    await adopted.create(inputs);
    assert.equal((await metadataOf(broker, inputs))["description"], "theirs");
    const other = { ...inputs, content: text("print(2)") };
    const second = operate(pulsarPackage, broker);
    await assert.rejects(second.create(other), (error: Error) => {
      const [ours, theirs] = [hash("print(2)"), hash("print(1)")];
      const message = `exists already and differs in content (declared: "${ours}", at the broker: "${theirs}")`;
      return error.message.includes(message);
    });
    await second.create({ ...other, onExisting: "adopt" });
    assert.equal(await bytesAt(broker, inputs), "print(2)");
  });
  it("is imported with the hash of what is there, whoever uploaded it", async () => {
    const inputs = { ...fresh(), version: "1", description: "theirs", properties: { a: "1" } };
    await upload(broker, inputs, "print(1)", { description: "theirs", properties: { a: "1" } });
    const imported = await importById(pulsarPackage, broker, `function://packages/orders/${inputs.name}@1`);
    assert.deepEqual(pulsarPackage.diff(imported?.inputs ?? {}, checked(inputs)).changes, []);
    assert.equal(imported?.outputs["contentHash"], hash("print(1)"));
  });
  it("says when a stranger's write undoes its own", async () => {
    const inputs = { ...fresh(), description: "mine" };
    const undo = (): Promise<unknown> => describeAs(broker, inputs, { description: "theirs" });
    const made = operate(pulsarPackage, { ...broker, admin: withStranger(broker.admin, undo) });
    await assert.rejects(
      made.create(inputs),
      /accepted package function:.* but did not keep description \(declared: "mine"/,
    );
    await made.create({ ...inputs, description: "theirs" });
    await assert.rejects(made.update({ ...inputs, description: undefined }), /but did not keep description \(unset\)/);
  });
  it("is one of awkward names", async () => {
    for (const name of ["a:b", "=", "a..", "a".repeat(255), "CON", "-"]) {
      const inputs = { ...fresh(), name, version: name };
      const made = operate(pulsarPackage, broker);
      await made.create(inputs);
      assert.equal(await bytesAt(broker, inputs), "print(1)");
      await made.delete();
      assert.equal(await made.refresh(), undefined, name);
    }
  });
  it("completes an upload of its own that broke off, by whatever it left", async () => {
    await completeBrokenUploads(broker);
  });
  it("is left with onDelete retain", async () => {
    const inputs = { ...fresh(), onDelete: "retain" };
    const made = operate(pulsarPackage, broker);
    await made.create(inputs);
    await made.delete();
    assert.equal(await bytesAt(broker, inputs), "print(1)");
  });
});

const context = ({ admin }: Broker): OperationContext => ({
  admin,
  urn: freshName("urn:pulumi:test::p::t::r"),
  preview: false,
  signal: new AbortController().signal,
  log: () => undefined,
});
