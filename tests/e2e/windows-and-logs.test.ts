import assert from "node:assert/strict";
import type { Environment } from "../../tools/quickstart/environment";
import { Stack } from "../engine/harness/stack";
import { environment } from "./harness/environment";
import { meshProgram } from "./harness/mesh-program";
import { receive, send } from "./harness/messages";

/** Windows of messages, logging configurations of our own making, and a log topic, in real instances. */
describe("windows and logs", () => {
  let surroundings: Environment;
  let stack: Stack;
  const kubernetesNamespace = "windows";
  const topic = (name: string): string => `persistent://windows/messages/${name}`;

  before(async () => {
    surroundings = await environment();
    stack = await Stack.create({
      language: "yaml",
      attach: true,
      files: { "tell.py": code, "Pulumi.yaml": program() },
    });
    const deployed = await stack.up();
    assert.equal(deployed.code, 0, deployed.output);
  });
  after(async () => {
    const result = await stack.destroy();
    await stack.remove();
    assert.equal(result.code, 0, result.output);
  });

  it("hand a function three messages at once", async () => {
    await send(surroundings.broker, topic("in"), ["a", "b", "c", "d", "e", "f"]);
    const received = await receive(surroundings.broker, topic("out"), { count: 2 });
    const letters = received.flatMap((text) => text.split(",")).map((text) => text.trim());
    assert.deepEqual(letters.filter((text) => text !== "").sort(), ["a", "b", "c", "d", "e", "f"]);
    assert.equal(received.length, 2);
  });

  it("write log lines as JSON where that is asked for", async () => {
    const lines = (await log("mesh-join-0")).split("\n").filter((line) => line.startsWith("{"));
    assert.ok(lines.length > 0, "no line is JSON");
    for (const line of lines) assert.doesNotThrow(() => JSON.parse(line), line);
  });

  it("publish what a function logs to its log topic, from the level that is asked for", async () => {
    await send(surroundings.broker, topic("told"), ["hello"]);
    const lines = await receive(surroundings.broker, topic("log"), { count: 1 });
    assert.match(lines.join("\n"), /warned of hello/);
    assert.doesNotMatch(await log("mesh-tell-0"), /told of hello/);
  });

  const log = (pod: string): Promise<string> => surroundings.cluster.kubectl("-n", kubernetesNamespace, "logs", pod);

  const program = (): object =>
    meshProgram(surroundings, {
      kubernetesNamespace,
      tenant: "windows",
      functions: {
        join: {
          java: { jar: "/pulsar/examples/api-examples.jar", log: { level: "info", format: "json" } },
          className: "org.apache.pulsar.functions.api.examples.CommaWindowFunction",
          input: { topics: ["in"] },
          output: { topic: "out" },
          windowConfig: { windowLengthCount: 3 },
        },
        tell: {
          python: {
            code: { "fn::fileAsset": "./tell.py" },
            log: { level: "warn", rotatePolicy: "SizedPolicyWith10MB" },
          },
          className: "tell.Tell",
          input: { topics: ["told"] },
          logTopic: "log",
        },
      },
    });
});

const code = `from pulsar import Function


class Tell(Function):
    def process(self, input, context):
        context.get_logger().info(f"told of {input}")
        context.get_logger().warning(f"warned of {input}")
`;
