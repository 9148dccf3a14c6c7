import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Environment } from "../../tools/quickstart/environment";
import type { Results } from "../../tools/quickstart/results";
import { type PulsarServer, startPulsar } from "../../tools/run/pulsar";
import { names } from "../engine/harness/admin";
import { Stack } from "../engine/harness/stack";
import { changes } from "../engine/harness/steps";
import { environment } from "./harness/environment";
import { type NumberStream, receiveDistinct, sendNumbers } from "./harness/numbers";

/** So many are sent at least: 2,000, or as many as this says (100000 takes four minutes). */
const wanted = Number(process.env["FUNCTION_MESH_LOAD_MESSAGES"] ?? 2000);
const perSecond = Math.max(100, Math.ceil(wanted / 100));
const tenant = "load";
const topic = (local: string): string => `persistent://${tenant}/messages/${local}`;

/**
 * Three functions and a sink, the last two in another Pulsar cluster; the mesh changes while numbered messages go through it, and leave it
 * by the sink.
 * Counts as 9 tests.
 */
describe("a mesh under load", () => {
  let surroundings: Environment;
  let far: PulsarServer;
  let results: Results;
  let stack: Stack;
  let stream: NumberStream | undefined;
  let begun = 0;
  let sent = 0;

  before(async () => {
    surroundings = await environment();
    const directory = mkdtempSync(join(tmpdir(), "function-mesh-far-"));
    far = await startPulsar({ clusterName: "far", directory, network: surroundings.cluster });
    results = await surroundings.prepare("load-results", []);
    stack = await Stack.create({ language: "yaml", files: { "pass_on.py": code, "Pulumi.yaml": program() } });
    await up();
    await receiveDistinct(far, topic("out"), { count: 0 });
    begun = Date.now();
    stream = await sendNumbers(surroundings.broker, topic("in"), perSecond);
  });
  after(async () => {
    if (sent === 0) await stream?.stop();
    const result = await stack.destroy();
    await stack.remove();
    assert.deepEqual(await names(surroundings.broker.adminUrl, "/clusters"), ["local"]);
    await far.stop();
    assert.equal(result.code, 0, result.output);
  });

  it("has every member updated", async () => {
    stack.write({ "Pulumi.yaml": program({ version: "2" }) });
    assert.match(await up(), /rolls the pods of first/);
  });

  it("has a member moved", async () => {
    stack.write({ "Pulumi.yaml": program({ version: "2", second: "other" }) });
    assert.match(await up(), /second moves from local to other/);
  });

  it("has the key of a member changed, which changes nothing where its name stays", async () => {
    stack.write({ "Pulumi.yaml": program({ version: "2", second: "other", key: "aaa", name: "third" }) });
    assert.deepEqual(await changes(stack), []);
  });

  it("has a member renamed", async () => {
    stack.write({ "Pulumi.yaml": program({ version: "2", second: "other", key: "last" }) });
    assert.match(await up(), /third is renamed to last/);
  });

  it("loses none of the messages, which leave it by the sink in the other cluster", async () => {
    // On a fast machine the changes are over before there are enough.
    await sleep(Math.max(0, begun + ((wanted + perSecond) / perSecond) * 1000 - Date.now()));
    sent = (await stream?.stop()) ?? 0;
    assert.ok(sent >= wanted, `${sent} messages`);
    const received = await receiveDistinct(far, topic("out"), { count: sent, seconds: 180 });
    const numbers = Array.from({ length: sent }, (_, number) => String(number));
    assert.deepEqual(
      numbers.filter((text) => !(text in received)),
      [],
    );
    const delivered = new Set(await results.wait(sent, 180));
    assert.deepEqual(
      numbers.filter((text) => !delivered.has(asBytes(text))),
      [],
    );
    const twice = Object.values(received).filter((times) => times > 1).length;
    console.log(`      ${sent} messages, 0 lost, ${twice} more than once`);
  });

  async function up(): Promise<string> {
    const { code: exitCode, output } = await stack.up();
    assert.equal(exitCode, 0, output);
    return output;
  }

  interface Variation {
    readonly version?: string;
    /** Kubernetes cluster of the second member. */
    readonly second?: "local" | "other";
    readonly key?: string;
    readonly name?: string;
  }

  function program({ version = "1", second = "local", key = "third", name }: Variation = {}): object {
    const { cluster, broker, images } = surroundings;
    const kubernetes = (namespace: string, pulsar: string) => ({
      kubeconfig: cluster.kubeconfig,
      namespace,
      createNamespace: true,
      pulsar,
    });
    const member = (reads: string, writes: string, more: object = {}) => ({
      className: "pass_on.PassOn",
      python: { code: { "fn::fileAsset": "./pass_on.py" } },
      input: { topics: [reads] },
      output: { topic: writes },
      restartToken: version,
      ...more,
    });
    const mesh = {
      pulsar: {
        local: { adminUrl: broker.adminUrl, serviceUrl: broker.serviceUrl },
        far: { adminUrl: far.adminUrl, serviceUrl: far.serviceUrl },
      },
      kubernetes: {
        local: kubernetes("load", "local"),
        other: kubernetes("load-other", "local"),
        far: kubernetes("load-far", "far"),
      },
      defaults: {
        cluster: "local",
        tenant,
        namespace: "messages",
        images: { java: images.java.name, python: images.python.name },
        runner: { connectors: { http: httpSink } },
        rollout: { timeoutSeconds: 90 },
      },
      tenants: { [tenant]: {} },
      namespaces: { [`${tenant}/messages`]: {} },
      topics: { in: {} },
      functions: {
        first: member("in", "one"),
        second: member("one", "two", { cluster: second }),
        [key]: member("two", "out", { cluster: "far", ...(name === undefined ? {} : { name }) }),
      },
      sinks: {
        store: {
          connector: "builtin://http",
          config: { url: results.url },
          input: { topics: ["out"], typeClassName: "org.apache.pulsar.client.api.schema.GenericObject" },
          cluster: "far",
          restartToken: version,
        },
      },
    };
    return {
      name: tenant,
      runtime: "yaml",
      resources: { mesh: { type: "function-mesh:FunctionMesh", properties: mesh } },
    };
  }
});

/** How the sink delivers what has no schema. */
const asBytes = (text: string): string => JSON.stringify(Buffer.from(text).toString("base64"));

const httpSink = {
  path: "/pulsar/connectors/pulsar-io-http-4.0.8.nar",
  className: "org.apache.pulsar.io.http.HttpSink",
};

const code = `from pulsar import Function


class PassOn(Function):
    def process(self, input, context):
        return input
`;
