import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AssetValue } from "../../../provider/model/asset-value";
import { adminPathV3 } from "../../../provider/pulsar/admin/request";
import { pulsarPackage } from "../../../provider/pulsar/package";
import { deleteVersion } from "../../../provider/pulsar/package/package-api";
import { hashOfContent } from "../../../provider/pulsar/package/package-content";
import { placeOfUrl } from "../../../provider/pulsar/package/package-place";
import { recordOf } from "../../../provider/pulsar/resource/decode";
import { stampKey, stampOf } from "../../../provider/pulsar/resource/ownership";
import { type OperationContext, type Properties } from "../../../provider/pulsar/resource/resource";
import { startPulsar } from "../../../tools/run/pulsar";
import { type Broker, brokerAt, freshName, useBroker } from "./broker";
import { describeContract } from "./contract";
import { importById, operate } from "./operations";

const text = (content: string): AssetValue => new AssetValue(undefined, content, undefined, hash(content));
const hash = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
const fresh = () => ({
  type: "function",
  tenant: "packages",
  namespace: "orders",
  name: freshName("enrich"),
  content: text("print(1)"),
});

const pathOf = (inputs: Properties, ...below: readonly string[]): string =>
  adminPathV3("packages", "function", "packages", "orders", String(inputs["name"]), versionOf(inputs), ...below);
const versionOf = ({ version, content }: Properties): string =>
  String(version ?? String(hashOfContent(content)).slice(0, 12));

const send = async (broker: Broker, method: "GET" | "PUT" | "DELETE", path: string, body?: unknown): Promise<unknown> =>
  (
    await broker.admin.send({ method, path, purpose: "act as a stranger", ...(body === undefined ? {} : { body }) })
  ).json();
const metadataOf = async (broker: Broker, inputs: Properties): Promise<Properties> =>
  recordOf(await send(broker, "GET", pathOf(inputs, "metadata")));
const describeAs = (broker: Broker, inputs: Properties, metadata: Properties): Promise<unknown> =>
  send(broker, "PUT", pathOf(inputs, "metadata"), metadata);

/** Uploads like any other tool; without a file like a tool that died. */
async function upload(
  broker: Broker,
  inputs: Properties,
  content: string | undefined,
  metadata: object,
): Promise<void> {
  const form = new FormData();
  form.append("metadata", new Blob([JSON.stringify(metadata)], { type: "application/json" }));
  if (content !== undefined) form.append("file", new Blob([content]));
  const { status } = await fetch(`${broker.adminUrl}${pathOf(inputs)}`, { method: "POST", body: form });
  assert.equal(status, content === undefined ? 500 : 204);
}

const bytesAt = async (broker: Broker, inputs: Properties): Promise<string> =>
  (await fetch(`${broker.adminUrl}${pathOf(inputs)}`)).text();

describeContract({
  resource: pulsarPackage,
  fresh: () => Promise.resolve({ ...fresh(), description: "Adds", contact: "team", properties: { a: "1", b: "2" } }),
  changes: [
    { to: { description: "Adds more" }, paths: ["description"] },
    { to: { contact: "others" }, paths: ["contact"] },
    { to: { properties: { a: "3", b: "2" } }, paths: ["properties.a"] },
  ],
  optional: ["description", "contact", "properties"],
  drifts: [
    {
      name: "another description",
      path: "description",
      act: async (broker, inputs) =>
        describeAs(broker, inputs, { ...(await metadataOf(broker, inputs)), description: "mine" }),
    },
    {
      name: "no contact",
      path: "contact",
      act: async (broker, inputs) =>
        describeAs(broker, inputs, { ...(await metadataOf(broker, inputs)), contact: null }),
    },
    {
      name: "another property",
      path: "properties.a",
      act: async (broker, inputs) => {
        const { properties, ...others } = await metadataOf(broker, inputs);
        return describeAs(broker, inputs, { ...others, properties: { ...recordOf(properties), a: "9" } });
      },
    },
  ],
  calls: { create: 4, refresh: 2 },
});

describe("provider/pulsar/package at a broker", function () {
  this.timeout(60_000);
  let broker: Broker;
  let directory: string;
  before(async () => {
    broker = await useBroker();
    directory = mkdtempSync(join(tmpdir(), "function-mesh-package-"));
  });
  after(() => rmSync(directory, { recursive: true }));

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
  it("completes an upload of its own that broke off, by whatever it left", async () => {
    const urn = freshName("urn:pulumi:test::p::t::r");
    const properties = { [stampKey]: stampOf(urn), "function-mesh.sha256": hash("print(1)") };
    for (const left of [undefined, "pri"]) {
      const inputs = fresh();
      await upload(broker, inputs, left, { properties });
      await operate(pulsarPackage, broker, urn).create(inputs);
      assert.equal(await bytesAt(broker, inputs), "print(1)");
    }
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
  it("is left with onDelete retain", async () => {
    const inputs = { ...fresh(), onDelete: "retain" };
    const made = operate(pulsarPackage, broker);
    await made.create(inputs);
    await made.delete();
    assert.equal(await bytesAt(broker, inputs), "print(1)");
  });
  it("takes a file of 64 MiB, and what another server has", async () => {
    const content = randomBytes(64 * 2 ** 20);
    const path = join(directory, "large.jar");
    writeFileSync(path, content);
    const server = createServer((request, response) => {
      if (request.url === "/moved") response.writeHead(302, { location: "/large.jar" }).end();
      else response.end(content);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const uri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/moved`;
    const assets = [
      new AssetValue(path, undefined, undefined, hash(content)),
      new AssetValue(undefined, undefined, uri, hash(content)),
    ];
    for (const asset of assets) {
      const inputs = { ...fresh(), content: asset };
      await operate(pulsarPackage, broker).create(inputs);
      const headers = { "accept-encoding": "identity" }; // to zip takes the broker longer than all else
      const answer = await fetch(`${broker.adminUrl}${pathOf(inputs)}`, { headers });
      assert.equal(hash(new Uint8Array(await answer.arrayBuffer())), hash(content));
    }
    server.close();
  });
  it("leaves nothing at the broker when the file is not the one that was compared, or cannot be read", async () => {
    const path = join(directory, "changed.py");
    writeFileSync(path, "print(2)");
    const other = { ...fresh(), content: new AssetValue(path, undefined, undefined, hash("print(1)")) };
    await assert.rejects(
      operate(pulsarPackage, broker).create(other),
      /upload package function:.*changed\.py is not what Pulumi saw/,
    );
    const none = {
      ...fresh(),
      content: new AssetValue(join(directory, "none.py"), undefined, undefined, hash("print(1)")),
    };
    await assert.rejects(operate(pulsarPackage, broker).create(none), /none\.py cannot be read \(ENOENT\)/);
    for (const inputs of [other, none]) {
      const versions = adminPathV3("packages", "function", "packages", "orders", inputs.name);
      assert.deepEqual(await send(broker, "GET", versions), []);
    }
  });
  it("says how to switch packages on where the broker has none, without trying again", async function () {
    this.timeout(180_000);
    const configuration = { enablePackagesManagement: "false" };
    const server = await startPulsar({
      clusterName: "no-packages",
      directory: mkdtempSync(join(directory, "pulsar-")),
      configuration,
    });
    const other = brokerAt(server.adminUrl);
    try {
      await assert.rejects(
        operate(pulsarPackage, other).create(fresh()),
        /Pulsar answered 503 "Package Management Service is not enabled in the broker\."\. Set enablePackagesManagement=true/,
      );
      assert.equal(other.calls().length, 1);
    } finally {
      await other.admin.close();
      await server.stop();
    }
  });
});

const context = ({ admin }: Broker): OperationContext => ({
  admin,
  urn: freshName("urn:pulumi:test::p::t::r"),
  preview: false,
  signal: new AbortController().signal,
  log: () => undefined,
});
