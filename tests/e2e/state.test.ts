import assert from "node:assert/strict";
import { join } from "node:path";
import type { Environment } from "../../tools/quickstart/environment";
import { startPulsar } from "../../tools/run/pulsar";
import { Stack } from "../engine/harness/stack";
import { environment } from "./harness/environment";
import { javaCode, provideJavaCode } from "./harness/java-code";
import { meshProgram } from "./harness/mesh-program";
import { receive, send } from "./harness/messages";

/** Functions that count, in the table service of a real BookKeeper, with instances that come and go. Counts as 4 tests. */
describe("functions with state", () => {
  let surroundings: Environment;
  let stack: Stack;
  const kubernetesNamespace = "state";
  const topic = (name: string): string => `persistent://state/messages/${name}`;

  before(async () => {
    const shared = await environment();
    const directory = join(shared.directory, "pulsar-with-state");
    const { cluster } = shared;
    const broker = await startPulsar({ clusterName: "stateful", directory, network: cluster, stateStorage: true });
    surroundings = { ...shared, broker };
    await provideJavaCode(surroundings, kubernetesNamespace, { Counter: javaCounter });
    stack = await Stack.create({
      language: "yaml",
      attach: true,
      files: { "counter.py": pythonCounter, "Pulumi.yaml": program("1") },
    });
  });
  after(async () => {
    const result = await stack.destroy();
    await stack.remove();
    await surroundings.broker.stop();
    assert.equal(result.code, 0, result.output);
  });

  it("count", async () => {
    const deployed = await stack.up();
    assert.equal(deployed.code, 0, deployed.output);
    assert.deepEqual(await counted(["a", "b"]), ["a 1", "b 2", "a 1", "b 2"]);
  });

  it("go on counting where another instance has stopped", async () => {
    const before = await podUids();
    stack.write({ "Pulumi.yaml": program("2") });
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
    for (const uid of await podUids()) assert.ok(!before.includes(uid), `pod ${uid} was not exchanged`);
    assert.deepEqual(await counted(["c"]), ["c 3", "c 3"]);
  });

  /** What each function makes of these, in their order. */
  async function counted(texts: readonly string[]): Promise<readonly string[]> {
    await send(surroundings.broker, topic("in"), texts);
    const [java, python] = [topic("java"), topic("python")];
    const count = texts.length;
    const received = await Promise.all([java, python].map((name) => receive(surroundings.broker, name, { count })));
    return received.flat();
  }

  async function podUids(): Promise<readonly string[]> {
    const jsonpath = "jsonpath={.items[*].metadata.uid}";
    return (await surroundings.cluster.kubectl("-n", kubernetesNamespace, "get", "pods", "-o", jsonpath)).split(" ");
  }

  function program(restartToken: string): object {
    const stateful = {
      input: { topics: ["in"] },
      statefulConfig: { pulsar: { serviceUrl: surroundings.broker.stateStorageUrl } },
      restartToken,
    };
    return meshProgram(surroundings, {
      kubernetesNamespace,
      kubernetes: { createNamespace: false },
      tenant: "state",
      pulsar: { clusterName: "stateful" },
      topics: { java: { terminal: true }, python: { terminal: true } },
      functions: {
        "java-counter": {
          java: { jar: javaCode.jar },
          className: "Counter",
          output: { topic: "java" },
          ...javaCode.mounts,
          ...stateful,
        },
        "python-counter": {
          python: { code: { "fn::fileAsset": "./counter.py" } },
          className: "counter.Counter",
          output: { topic: "python" },
          ...stateful,
        },
      },
    });
  }
});

const javaCounter = `import org.apache.pulsar.functions.api.*;

public class Counter implements Function<String, String> {
    public String process(String input, Context context) {
        context.incrCounter("messages", 1);
        return input + " " + context.getCounter("messages");
    }
}
`;

const pythonCounter = `from pulsar import Function


class Counter(Function):
    def process(self, input, context):
        context.incr_counter("messages", 1)
        return f"{input} {context.get_counter('messages')}"
`;
