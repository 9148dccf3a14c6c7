import type { PulsarServer } from "../../../tools/run/pulsar";

/** Uploads a file as a version of a package of functions, `TENANT/NAMESPACE/NAME/VERSION`, and returns where it is found. */
export async function uploadPackage(broker: PulsarServer, name: string, content: string | Uint8Array): Promise<string> {
  const form = new FormData();
  form.append("metadata", new Blob([JSON.stringify({ description: "of a test" })], { type: "application/json" }));
  form.append("file", new Blob([content]));
  const headers = broker.adminToken === undefined ? {} : { authorization: `Bearer ${broker.adminToken}` };
  const response = await fetch(`${broker.adminUrl}/admin/v3/packages/function/${name}`, {
    method: "POST",
    headers,
    body: form,
  });
  if (!response.ok) throw new Error(`uploading ${name}: ${response.status} ${await response.text()}`);
  return `function://${name.replace(/\/([^/]+)$/, "@$1")}`;
}
