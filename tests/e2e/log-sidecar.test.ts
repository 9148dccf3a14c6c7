import assert from "node:assert/strict";
import { buildImage } from "../../tools/obtain/images";
import { obtainLogShipper } from "../../tools/obtain/log-shipper";
import type { Environment } from "../../tools/quickstart/environment";
import { Stack } from "../engine/harness/stack";
import { environment } from "./harness/environment";
import { meshProgram } from "./harness/mesh-program";
import { receive, send } from "./harness/messages";

/** The image that publishes log lines is in no registry here: a program of the tests reads the same environment and files. */
const standIn = "localhost/stand-in-for-filebeat:1";

/** Log topics filled by a container beside the instance, with a broker that asks everybody for a token. */
describe("a log topic by a sidecar", () => {
  let surroundings: Environment;
  let stack: Stack;
  const kubernetesNamespace = "sidecar";
  const topic = (name: string): string => `persistent://sidecar/messages/${name}`;

  before(async () => {
    surroundings = await environment("token");
    const layers = [{ directory: await obtainLogShipper(), prefix: "/usr/bin" }];
    const built = await buildImage({ name: standIn, layers, entrypoint: ["/usr/bin/log-shipper"] });
    await surroundings.cluster.importImage(built.tar);
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

  it("gets what a function in Java logs", async () => {
    await send(surroundings.broker, topic("java"), ["hello"]);
    assert.match(await logged("java-log"), / INFO .* hello-log$/m);
  });

  it("gets what a function in Python logs", async () => {
    await send(surroundings.broker, topic("python"), ["hello"]);
    assert.match(await logged("python-log"), /\[INFO\] tell.py: told of hello$/m);
  });

  it("is written by the sidecar alone", async () => {
    const { adminUrl, adminToken } = surroundings.broker;
    for (const name of ["java-log", "python-log"]) {
      const answer = await fetch(`${adminUrl}/admin/v2/persistent/sidecar/messages/${name}/stats`, {
        headers: { authorization: `Bearer ${adminToken}` },
      });
      const { publishers }: { readonly publishers: readonly object[] } = JSON.parse(await answer.text());
      assert.equal(publishers.length, 1, JSON.stringify(publishers));
    }
  });

  /** The lines of a log topic up to one about the message, which comes after all that the instance says at its start. */
  async function logged(name: string): Promise<string> {
    let lines = "";
    for (let attempt = 0; attempt < 10 && !/hello/.test(lines); attempt++)
      lines += (await receive(surroundings.broker, topic(name), { count: 1000, seconds: 3 })).join("\n");
    return lines;
  }

  const program = (): object => {
    const shipped = { logTopicAgent: "sidecar", filebeatImage: standIn };
    return meshProgram(surroundings, {
      kubernetesNamespace,
      tenant: "sidecar",
      pulsar: { auth: { token: { "fn::secret": surroundings.broker.adminToken } } },
      functions: {
        "java-teller": {
          java: { jar: "/pulsar/examples/api-examples.jar" },
          className: "org.apache.pulsar.functions.api.examples.LoggingFunction",
          input: { topics: ["java"] },
          logTopic: "java-log",
          ...shipped,
        },
        "python-teller": {
          python: { code: { "fn::fileAsset": "./tell.py" } },
          className: "tell.Tell",
          input: { topics: ["python"] },
          logTopic: "python-log",
          ...shipped,
        },
      },
    });
  };
});

const code = `from pulsar import Function


class Tell(Function):
    def process(self, input, context):
        context.get_logger().info(f"told of {input}")
`;
