import assert from "node:assert/strict";
import { admin } from "./harness/admin";
import { pulsar } from "./harness/servers";
import { type RunResult, Stack } from "./harness/stack";
import type { PulsarServer } from "../../tools/run/pulsar";

const topic = "persistent://schemas/programs/clicks";
const definition = (type: string): string =>
  JSON.stringify({ type: "record", name: "Click", fields: [{ name: "page", type }] });

/** A schema in a program over its life: what previews say, and what `pulumi up`, `refresh` and `import` make of it. */
describe("programs with schemas", function () {
  this.timeout(300_000);
  let broker: PulsarServer;
  let stack: Stack;

  before(async () => {
    broker = await pulsar("east");
    for (const [path, body] of [
      ["/tenants/schemas", { adminRoles: [], allowedClusters: ["east"] }],
      ["/namespaces/schemas/programs", {}],
    ] as const) {
      const { status, body: answer } = await admin(broker.adminUrl, path, { method: "PUT", body });
      assert.ok(status < 300, JSON.stringify(answer));
    }
  });
  afterEach(() => stack.remove());

  const program = (properties: object, options: object = {}): Readonly<Record<string, object>> => ({
    "Pulumi.yaml": {
      name: "schemas",
      runtime: "yaml",
      resources: { clicks: { type: "function-mesh:pulsar:Schema", properties: { topic, ...properties }, options } },
      outputs: { version: "${clicks.version}" },
    },
  });
  async function succeeds(run: Promise<RunResult>): Promise<string> {
    const { code, output } = await run;
    assert.equal(code, 0, output);
    return output;
  }
  async function fails(run: Promise<RunResult>, says: RegExp): Promise<void> {
    const { code, output } = await run;
    assert.notEqual(code, 0, output);
    assert.match(output.replace(/\s+/g, " "), says);
  }
  const version = async (): Promise<unknown> => (await stack.outputs())["version"];

  it("are changed where Pulsar takes it, refused at preview where not, and made anew where the program says so", async () => {
    stack = await Stack.create({
      language: "yaml",
      files: program({ type: "AVRO", definition: definition("string") }),
      attach: true,
    });
    await stack.pulumi("config", "set", "function-mesh:adminUrl", broker.adminUrl);
    await succeeds(stack.preview());
    await succeeds(stack.up());
    await succeeds(stack.up("--expect-no-changes", "--refresh"));
    const first = await version();

    stack.write(program({ type: "AVRO", definition: definition("int") }));
    const incompatible =
      /version \d+ \(strategy FULL\): they are not compatible\. What is different: field page was string/;
    await fails(stack.preview(), incompatible);
    await fails(stack.up("--skip-preview"), incompatible);

    stack.write(program({ type: "JSON", definition: definition("string") }));
    await fails(stack.preview(), /has a schema of type AVRO .* none of type JSON after it \(strategy FULL\)/);
    stack.write(program({ type: "JSON", definition: definition("string") }, { replaceOnChanges: ["type"] }));
    const preview = await succeeds(stack.preview());
    assert.match(preview, /replace/);
    await succeeds(stack.up());
    assert.ok(Number(await version()) > Number(first));

    await admin(broker.adminUrl, "/schemas/schemas/programs/clicks/schema", { method: "DELETE" });
    await succeeds(stack.up("--refresh"));
    await succeeds(stack.up("--expect-no-changes", "--refresh"));

    await succeeds(stack.pulumi("state", "delete", "--yes", "--all"));
    await succeeds(stack.pulumi("import", "--yes", "--protect=false", "function-mesh:pulsar:Schema", "clicks", topic));
    stack.write(program({ type: "JSON", definition: definition("string") }));
    await succeeds(stack.up("--expect-no-changes"));
    await succeeds(stack.destroy());
    assert.equal((await admin(broker.adminUrl, "/schemas/schemas/programs/clicks/schema")).status, 404);
  });

  it("preview while the broker does not answer", async () => {
    stack = await Stack.create({ language: "yaml", files: program({ type: "STRING" }), attach: true });
    await stack.pulumi("config", "set", "function-mesh:adminUrl", "http://127.0.0.1:1");
    await succeeds(stack.preview());
  });
});
