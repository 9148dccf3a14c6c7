import assert from "node:assert/strict";
import { obtainGoFunction } from "../../tools/obtain/go-function";
import { buildImage } from "../../tools/obtain/images";
import type { Environment } from "../../tools/quickstart/environment";
import { Stack } from "../engine/harness/stack";
import { environment } from "./harness/environment";
import { meshProgram } from "./harness/mesh-program";
import { receive, send } from "./harness/messages";

const image = "localhost/go-function:1";
const awkward = `it's "$HOME" \`here\` $(HOME) $$ ü\n`;

/**
 * A function in Go, with a broker that asks everybody for a token. Pulsar's own instance program for Go is in no registry: a
 * program of the tests, built on Pulsar's client, reads the same configuration in its place.
 */
describe("a function in Go", () => {
  let surroundings: Environment;
  let stack: Stack;
  const topic = (name: string): string => `persistent://golang/messages/${name}`;

  before(async () => {
    surroundings = await environment("token");
    const layers = [{ directory: await obtainGoFunction(), prefix: "/pulsar" }];
    const built = await buildImage({ name: image, layers, environment: {}, workingDirectory: "/pulsar" });
    await surroundings.cluster.importImage(built.tar);
    stack = await Stack.create({ language: "yaml", attach: true, files: { "Pulumi.yaml": program() } });
  });
  after(async () => {
    const result = await stack.destroy();
    await stack.remove();
    assert.equal(result.code, 0, result.output);
  });

  it("reads all its inputs and gets its settings as they are", async () => {
    const deployed = await stack.up();
    assert.equal(deployed.code, 0, deployed.output);
    await send(surroundings.broker, topic("one"), ["1"]);
    await send(surroundings.broker, topic("two"), ["2"]);
    const received = await receive(surroundings.broker, topic("out"), { count: 2 });
    assert.deepEqual([...received].sort(), [`1${awkward}`, `2${awkward}`]);
    const again = await stack.up("--expect-no-changes");
    assert.equal(again.code, 0, again.output);
  });

  const program = (): object => {
    const { broker } = surroundings;
    return meshProgram(surroundings, {
      kubernetesNamespace: "golang",
      tenant: "golang",
      pulsar: { auth: { token: broker.adminToken } },
      functions: {
        suffix: {
          golang: { go: "/pulsar/function" },
          image,
          input: { topics: ["one", "two"] },
          output: { topic: "out" },
          config: { suffix: awkward.replaceAll("$", () => "$$") }, // as YAML programs write it
        },
      },
    });
  };
});
