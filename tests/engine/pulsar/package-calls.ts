import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { AssetValue } from "../../../provider/model/asset-value";
import { adminPathV3 } from "../../../provider/pulsar/admin/request";
import { pulsarPackage } from "../../../provider/pulsar/package";
import { hashOfContent } from "../../../provider/pulsar/package/package-content";
import { recordOf } from "../../../provider/pulsar/resource/decode";
import { stampKey, stampOf } from "../../../provider/pulsar/resource/ownership";
import { type Properties } from "../../../provider/pulsar/resource/resource";
import { type Broker, freshName } from "./broker";
import { operate } from "./operations";

export const text = (content: string): AssetValue => new AssetValue(undefined, content, undefined, hash(content));
export const hash = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
export const fresh = () => ({
  type: "function",
  tenant: "packages",
  namespace: "orders",
  name: freshName("enrich"),
  content: text("print(1)"),
});

export const pathOf = (inputs: Properties, ...below: readonly string[]): string =>
  adminPathV3("packages", "function", "packages", "orders", String(inputs["name"]), versionOf(inputs), ...below);
const versionOf = ({ version, content }: Properties): string =>
  String(version ?? String(hashOfContent(content)).slice(0, 12));

export const send = async (
  broker: Broker,
  method: "GET" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
): Promise<unknown> =>
  (
    await broker.admin.send({ method, path, purpose: "act as a stranger", ...(body === undefined ? {} : { body }) })
  ).json();
export const metadataOf = async (broker: Broker, inputs: Properties): Promise<Properties> =>
  recordOf(await send(broker, "GET", pathOf(inputs, "metadata")));
export const describeAs = (broker: Broker, inputs: Properties, metadata: Properties): Promise<unknown> =>
  send(broker, "PUT", pathOf(inputs, "metadata"), metadata);

/** Uploads like any other tool; without a file like a tool that died. */
export async function upload(
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

export const bytesAt = async (broker: Broker, inputs: Properties): Promise<string> =>
  (await fetch(`${broker.adminUrl}${pathOf(inputs)}`)).text();

/** Creates packages whose own uploads broke off before, by whatever these left. */
export async function completeBrokenUploads(broker: Broker): Promise<void> {
  const urn = freshName("urn:pulumi:test::p::t::r");
  const properties = { [stampKey]: stampOf(urn), "function-mesh.sha256": hash("print(1)") };
  for (const left of [undefined, "pri"]) {
    const inputs = fresh();
    await upload(broker, inputs, left, { properties });
    await operate(pulsarPackage, broker, urn).create(inputs);
    assert.equal(await bytesAt(broker, inputs), "print(1)");
  }
}
