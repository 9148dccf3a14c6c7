import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { AssetValue } from "../../../../provider/model/asset-value";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { uploadPackage } from "../../../../provider/pulsar/package/package-api";
import { placeOfUrl } from "../../../../provider/pulsar/package/package-place";
import { reason, startScriptedBroker } from "../admin/scripted-broker";

describe("provider/pulsar/package/package-api", () => {
  const rows: readonly (readonly [string, string])[] = [
    ["Tenant does not exist", "tenant retail does not exist. Create it first, or correct tenant."],
    ["Namespace not found", "namespace retail/orders does not exist. Create it first, or correct namespace."],
  ];
  for (const [said, want] of rows) {
    it(`names what is missing where the broker says "${said}"`, async () => {
      const broker = await startScriptedBroker([reason(404, said)]);
      const admin = createAdminClient({ adminUrl: broker.url });
      const upload = uploadPackage(admin, placeOfUrl("function://retail/orders/enrich@1"), {
        described: { description: undefined, contact: undefined, properties: {} },
        content: new AssetValue(
          undefined,
          "print(1)",
          undefined,
          createHash("sha256").update("print(1)").digest("hex"),
        ),
      });
      await assert.rejects(upload, {
        message: `Could not upload package function://retail/orders/enrich@1: ${want}`,
      });
      await admin.close();
      await broker.close();
    });
  }
});
