import assert from "node:assert/strict";
import type { Environment } from "../../tools/quickstart/environment";
import { type RandomStandIn, startRandomStandIn } from "../engine/harness/random-stand-in";
import { type RunResult, Stack } from "../engine/harness/stack";
import { environment } from "./harness/environment";
import { exclamation, meshProgram } from "./harness/mesh-program";
import { receive, send } from "./harness/messages";

/** The random plugin cannot be obtained everywhere, so a stand-in of the tests makes the names here. Counts as 10 tests. */
describe("versions that never work", () => {
  let surroundings: Environment;
  let random: RandomStandIn;
  let stack: Stack;
  const name = "versions";
  const topic = (local: string): string => `persistent://${name}/messages/${local}`;

  before(async () => {
    [surroundings, random] = await Promise.all([environment(), startRandomStandIn()]);
    const env = { PULUMI_DEBUG_PROVIDERS: `random:${random.port}` };
    stack = await Stack.create({ language: "yaml", files: { "shout.py": code, "Pulumi.yaml": program() }, env });
    succeeds(await stack.up());
  });
  after(async () => {
    const result = await stack.destroy();
    await stack.remove();
    await random.stop();
    succeeds(result);
  });

  it("leave the old ones at work, whatever else the update goes on with", async () => {
    const [old, pair, loud] = [await pods("exclaim"), await pods("pair"), await pods("loud")];
    // Java's instance listens, and so is ready, seconds before it ends for want of its class; Python's ends at once.
    stack.write({ "Pulumi.yaml": program({ java: "com.example.Missing", python: "shout.Missing" }) });
    const failed = await stack.up("--continue-on-error");
    assert.notEqual(failed.code, 0, failed.output);
    assert.match(failed.output, /functions\.exclaim: container \S+ of pod \S+ ended 2 times/);
    assert.match(failed.output, /functions\.pair: container \S+ of pod \S+-1 ended 2 times/);
    assert.match(failed.output, /functions\.loud: container \S+ of pod \S+-1 ended 2 times/);
    assert.ok((await pods("exclaim")).includes(old[0] ?? ""), "the old workload was deleted");
    for (const [now, before] of [
      [await pods("pair"), pair],
      [await pods("loud"), loud],
    ])
      assert.equal(now?.[0], before?.[0], "the second pod was exchanged before the first worked");

    await send(surroundings.broker, topic("in"), ["a"]);
    const received = await Promise.all(["exclaimed", "shouted", "louder"].map((local) => receiveOne(topic(local))));
    assert.deepEqual(received, [["a!"], ["A"], ["a!"]]);
  });

  it("are gone once they are mended", async () => {
    stack.write({ "Pulumi.yaml": program() });
    succeeds(await stack.up());
    assert.equal((await names("statefulsets")).filter((each) => each.startsWith("mesh-exclaim-")).length, 1);
    succeeds(await stack.preview("--expect-no-changes"));
  });

  const succeeds = (result: RunResult): void => assert.equal(result.code, 0, result.output);

  const receiveOne = (from: string): Promise<readonly string[]> => receive(surroundings.broker, from, { count: 1 });

  async function names(kind: string, fields = "{.metadata.name}"): Promise<readonly string[]> {
    const path = `jsonpath={range .items[*]}${fields}{"\\n"}{end}`;
    const list = await surroundings.cluster.kubectl("-n", name, "get", kind, "-o", path);
    return list.split("\n").sort();
  }

  /** Names and UIDs, in the order of the names. */
  const pods = async (member: string): Promise<readonly string[]> =>
    (await names("pods", "{.metadata.name} {.metadata.uid}")).filter((each) => each.startsWith(`mesh-${member}-`));

  function program(className: { readonly java?: string; readonly python?: string } = {}): object {
    const java = { ...exclamation, className: className.java ?? exclamation.className, input: { topics: ["in"] } };
    return meshProgram(surroundings, {
      kubernetesNamespace: name,
      tenant: name,
      naming: "unique",
      defaults: { rollout: { timeoutSeconds: 240 } },
      functions: {
        exclaim: {
          ...java,
          output: { topic: "exclaimed" },
          rollout: { replaceOnRoll: true },
        },
        loud: { ...java, output: { topic: "louder" }, replicas: 2 },
        pair: {
          className: className.python ?? "shout.Shout",
          python: { code: { "fn::fileAsset": "./shout.py" } },
          input: { topics: ["in"] },
          output: { topic: "shouted" },
          replicas: 2,
        },
      },
      topics: { in: {}, exclaimed: { terminal: true }, shouted: { terminal: true }, louder: { terminal: true } },
    });
  }
});

const code = `from pulsar import Function


class Shout(Function):
    def process(self, input, context):
        return input.upper()
`;
