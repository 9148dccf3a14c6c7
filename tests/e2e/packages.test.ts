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
import { prepareNamespace } from "./harness/prepare-namespace";

/** Code that no image holds: uploaded to a broker that asks everybody for a token, and kept by a server of the web. Counts as 8 tests. */
describe("packages", () => {
  let surroundings: Environment;
  let web: NetworkServer;
  let stack: Stack;
  /** Where `first` is downloaded from. */
  let pyLocation = "${first.url}";
  let jar: Buffer;
  const topic = (name: string): string => `persistent://packages/messages/${name}`;

  before(async () => {
    surroundings = await environment("token");
    const { broker, cluster, directory } = surroundings;
    await prepareNamespace(broker, "packages", { member: ["produce", "consume", "packages"] });
    jar = await readFile(join((await obtainPulsar()).home, "examples/api-examples.jar"));
    const files = join(directory, "packages");
    await mkdir(files);
    await writeFile(join(files, "second.py"), suffixing("second"));
    await copyFile(join(await obtainGoFunction(), "function"), join(files, "third"));
    web = await startNetworkServer(cluster, { file: "file-server.mjs", port: 8701, args: [files] });
    const sources = { "Pulumi.yaml": program(), "first.py": suffixing("first") };
    stack = await Stack.create({ language: "yaml", attach: true, files: sources });
    await writeFile(join(stack.program, "exclaim.jar"), jar);
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
    stack.write({ "Pulumi.yaml": program() });
  });

  it("are uploaded and downloaded anew when their files change, and the old ones go", async () => {
    const [exclaim, second] = [await podUid("exclaim"), await podUid("second")];
    stack.write({ "first.py": suffixing("other") });
    await writeFile(join(stack.program, "exclaim.jar"), withComment(jar, "built again"));
    const deployed = await stack.up();
    assert.equal(deployed.code, 0, deployed.output);
    assert.deepEqual(await answersTo("hello"), ["hello other! second third"]);
    assert.notEqual(await podUid("exclaim"), exclaim);
    assert.equal(await podUid("second"), second);
    const again = await stack.up("--expect-no-changes");
    assert.equal(again.code, 0, again.output);
    assert.deepEqual(await Promise.all(["first", "exclaim"].map(versionsOf)), [1, 1]);
  });

  const podUid = (member: string): Promise<string> =>
    surroundings.cluster.kubectl("-n", "packages", "get", "pod", `mesh-${member}-0`, "-o", "jsonpath={.metadata.uid}");

  /** How many versions of a package there are: the broker goes on listing those that are deleted. */
  async function versionsOf(name: string): Promise<number> {
    const { adminUrl, adminToken } = surroundings.broker;
    const init = { headers: { authorization: `Bearer ${adminToken ?? ""}` } };
    const path = `${adminUrl}/admin/v3/packages/function/packages/messages/${name}`;
    const listed: unknown = await (await fetch(path, init)).json();
    const statuses = [listed].flat().map(async (each) => (await fetch(`${path}/${each}/metadata`, init)).status);
    return (await Promise.all(statuses)).filter((status) => status === 200).length;
  }

  async function answersTo(text: string): Promise<readonly string[]> {
    await send(surroundings.broker, topic("in"), [text]);
    return receive(surroundings.broker, topic("out"), { count: 1, seconds: 120 });
  }

  function program(): object {
    const { broker, images } = surroundings;
    return meshProgram(surroundings, {
      kubernetesNamespace: "packages",
      tenant: "packages",
      resources: {
        admin: {
          type: "pulumi:providers:function-mesh",
          properties: { adminUrl: broker.adminUrl, auth: { token: { "fn::secret": broker.adminToken } } },
        },
        first: uploaded("first", "first.py"),
        exclaim: uploaded("exclaim", "exclaim.jar"),
      },
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
          java: { jar: "code/exclaim.jar", jarLocation: "${exclaim.url}" },
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

const uploaded = (name: string, file: string): object => ({
  type: "function-mesh:pulsar:Package",
  properties: {
    type: "function",
    tenant: "packages",
    namespace: "messages",
    name,
    content: { "fn::fileAsset": `./${file}` },
  },
  options: { provider: "${admin}" },
});

/** The same archive with other bytes: its last record says how long the comment is that follows. */
function withComment(archive: Buffer, comment: string): Buffer {
  const record = Buffer.from(archive);
  record.writeUInt16LE(comment.length, record.length - 2);
  return Buffer.concat([record, Buffer.from(comment)]);
}

const suffixing = (suffix: string): string => `from pulsar import Function


class Suffix(Function):
    def process(self, input, context):
        return input + " ${suffix}"
`;
