import assert from "node:assert/strict";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { obtainGoFunction } from "../../tools/obtain/go-function";
import { obtainPulsar } from "../../tools/obtain/pulsar";
import type { Environment } from "../../tools/quickstart/environment";
import { Stack } from "../engine/harness/stack";
import { environment } from "./harness/environment";
import { meshProgram } from "./harness/mesh-program";
import { receive, send } from "./harness/messages";
import { type NetworkServer, startNetworkServer } from "./harness/network-server";
import { uploadPackage } from "./harness/packages";
import { prepareNamespace } from "./harness/prepare-namespace";

/** Code that no image holds: kept by a broker that asks everybody for a token, and by a server of the web. */
describe("packages", () => {
  let surroundings: Environment;
  let web: NetworkServer;
  let stack: Stack;
  let jarLocation: string;
  let pyLocation: string;
  const topic = (name: string): string => `persistent://packages/messages/${name}`;

  before(async () => {
    surroundings = await environment("token");
    const { broker, cluster, directory } = surroundings;
    await prepareNamespace(broker, "packages", { member: ["produce", "consume", "packages"] });
    const jar = await readFile(join((await obtainPulsar()).home, "examples/api-examples.jar"));
    jarLocation = await uploadPackage(broker, "packages/messages/exclaim/1", jar);
    pyLocation = await uploadPackage(broker, "packages/messages/first/1", suffixing("first"));
    const files = join(directory, "packages");
    await mkdir(files);
    await writeFile(join(files, "second.py"), suffixing("second"));
    await copyFile(join(await obtainGoFunction(), "function"), join(files, "third"));
    web = await startNetworkServer(cluster, { file: "file-server.mjs", port: 8701, args: [files] });
    stack = await Stack.create({ language: "yaml", attach: true, files: { "Pulumi.yaml": program() } });
  });
  after(async () => {
    const result = await stack.destroy();
    await stack.remove();
    await web.stop();
    assert.equal(result.code, 0, result.output);
  });

  it("are downloaded from Pulsar, with a token, and from the web, and run", async () => {
    const deployed = await stack.up();
    assert.equal(deployed.code, 0, deployed.output);
    assert.deepEqual(await answersTo("hello"), ["hello first! second third"]);
    const again = await stack.up("--expect-no-changes");
    assert.equal(again.code, 0, again.output);
  });

  it("are missed by name", async () => {
    const there = pyLocation;
    pyLocation = "function://packages/messages/first@none";
    stack.write({ "Pulumi.yaml": program() });
    const failed = await stack.up();
    assert.notEqual(failed.code, 0, failed.output);
    for (const pattern of [/functions\.first/, /mesh-first-0/, /downloader/]) assert.match(failed.output, pattern);
    pyLocation = there;
  });

  it("are downloaded anew when another version is named", async () => {
    pyLocation = await uploadPackage(surroundings.broker, "packages/messages/first/2", suffixing("other"));
    stack.write({ "Pulumi.yaml": program() });
    const deployed = await stack.up();
    assert.equal(deployed.code, 0, deployed.output);
    assert.deepEqual(await answersTo("hello"), ["hello other! second third"]);
  });

  async function answersTo(text: string): Promise<readonly string[]> {
    await send(surroundings.broker, topic("in"), [text]);
    return receive(surroundings.broker, topic("out"), { count: 1, seconds: 120 });
  }

  function program(): object {
    const { broker, images } = surroundings;
    return meshProgram(surroundings, {
      kubernetesNamespace: "packages",
      tenant: "packages",
      pulsar: {
        auth: { token: { "fn::secret": broker.adminToken } },
        instanceAuth: { token: { "fn::secret": broker.token("member") } },
      },
      defaults: { rollout: { timeoutSeconds: 240 } },
      functions: {
        first: {
          python: { py: "/pulsar/code/first.py", pyLocation },
          className: "first.Suffix",
          downloaderImage: images.java.name,
          input: { topics: ["in"] },
          output: { topic: "first" },
        },
        exclaim: {
          java: { jar: "code/exclaim.jar", jarLocation },
          className: "org.apache.pulsar.functions.api.examples.ExclamationFunction",
          input: { topics: ["first"] },
          output: { topic: "exclaimed" },
        },
        second: {
          python: { py: "/pulsar/code/second.py", pyLocation: `${web.url}/second.py` },
          className: "second.Suffix",
          input: { topics: ["exclaimed"] },
          output: { topic: "second" },
        },
        third: {
          golang: { go: "/pulsar/code/third", goLocation: `${web.url}/third` },
          image: images.java.name, // any will do that has curl
          input: { topics: ["second"] },
          output: { topic: "out" },
          config: { suffix: " third" },
        },
      },
      topics: { in: {}, out: { terminal: true } },
    });
  }
});

const suffixing = (suffix: string): string => `from pulsar import Function


class Suffix(Function):
    def process(self, input, context):
        return input + " ${suffix}"
`;
