import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PulsarServer, startPulsar } from "../../tools/run/pulsar";
import { admin } from "./harness/admin";
import { guideLanguages, guideProgram } from "./harness/guide-programs";
import { Stack } from "./harness/stack";

const tenant = ["/tenants/retail", { adminRoles: [], allowedClusters: ["pulsar-east"] }] as const;

/** Guides, what is there already, and something that is gone at the end. */
const guides = {
  permissions: {
    there: [tenant, ["/namespaces/retail/orders", {}], ["/persistent/retail/orders/clicks", {}]],
    made: "/namespaces/retail/orders/permissions",
    holds: { billing: ["consume"] },
  },
  "resource-groups": {
    there: [tenant],
    made: "/resourcegroups/retail",
    holds: {
      publishRateInMsgs: 1000,
      publishRateInBytes: 10 * 2 ** 20,
      dispatchRateInMsgs: -1,
      dispatchRateInBytes: 50 * 2 ** 20,
    },
  },
  topics: {
    there: [tenant, ["/namespaces/retail/orders", {}]],
    made: "/persistent/retail/orders/clicks/retention",
    holds: { retentionTimeInMinutes: 1440, retentionSizeInMB: -1 },
  },
  "pulsar-policies": {
    there: [tenant],
    made: "/namespaces/retail/orders/retention",
    holds: { retentionTimeInMinutes: 1440, retentionSizeInMB: 10240 },
  },
  replication: {
    there: [],
    made: "/tenants/retail",
    holds: { adminRoles: [], allowedClusters: ["pulsar-east", "pulsar-west"] },
  },
  schemas: {
    there: [tenant, ["/namespaces/retail/orders", {}]],
    made: "/schemas/retail/orders/visits/schema",
    holds: {
      type: "KEY_VALUE",
      data: { key: "", value: { type: "record", name: "Click", fields: [{ name: "page", type: "string" }] } },
      properties: {
        "key.schema.name": "",
        "key.schema.properties": "{}",
        "key.schema.type": "STRING",
        "kv.encoding.type": "SEPARATED",
        "value.schema.name": "",
        "value.schema.properties": "{}",
        "value.schema.type": "JSON",
      },
    },
  },
} as const;

/** The programs of guides about Pulsar, as they stand there. Counts as 28 tests. */
describe("programs of guides", function () {
  this.timeout(300_000);
  let broker: PulsarServer;
  let stack: Stack | undefined;

  before(async () => {
    broker = await startPulsar({
      clusterName: "pulsar-east",
      directory: mkdtempSync(join(tmpdir(), "function-mesh-pulsar-")),
    });
  });
  afterEach(async () => {
    await stack?.remove();
    stack = undefined;
    await admin(broker.adminUrl, "/tenants/retail?force=true", { method: "DELETE" });
  });
  after(() => broker.stop());

  for (const [guide, { there, made, holds }] of Object.entries(guides)) {
    for (const language of guideLanguages) {
      it(`${guide} in ${language}: up, up without a change, destroy`, async () => {
        stack = await Stack.create({ ...guideProgram(guide, language), attach: true });
        await stack.pulumi("config", "set", "function-mesh:adminUrl", broker.adminUrl);
        await stack.pulumi("config", "set", "function-mesh:clusterName", "pulsar-east");
        for (const [path, body] of there) {
          const { status, body: answer } = await admin(broker.adminUrl, path, { method: "PUT", body });
          assert.ok(status < 300, JSON.stringify(answer));
        }
        const first = await stack.up();
        assert.equal(first.code, 0, first.output);
        assert.deepEqual(sorted((await admin(broker.adminUrl, made)).body), holds);
        const second = await stack.up("--expect-no-changes", "--refresh");
        assert.equal(second.code, 0, second.output);
        const destroyed = await stack.destroy();
        assert.equal(destroyed.code, 0, destroyed.output);
        const left = await admin(broker.adminUrl, made);
        assert.ok(left.status === 404 || JSON.stringify(left.body) === "{}", JSON.stringify(left.body));
      });
    }
  }

  const inOrder = (value: unknown): unknown => ([value].flat().length > 1 ? [value].flat().sort() : value);

  /** Sets and keys in texts come in any order, times are those of the run, and versions go on from one program to the next. */
  const sorted = (body: unknown): unknown =>
    Object.fromEntries(
      Object.entries(Object(body))
        .filter(([key]) => key !== "timestamp" && key !== "version")
        .map(([key, value]) => [key, key === "data" ? JSON.parse(String(value)) : inOrder(value)]),
    );
});
