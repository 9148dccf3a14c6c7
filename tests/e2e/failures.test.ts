import assert from "node:assert/strict";
import type { Environment } from "../../tools/quickstart/environment";
import { Stack } from "../engine/harness/stack";
import { environment } from "./harness/environment";
import { exclamation, meshProgram } from "./harness/mesh-program";

/** What a member does wrong is said by `pulumi up`, with the member's name and its instance's own words. */
describe("failing members", () => {
  let surroundings: Environment;
  let stack: Stack;
  const kubernetesNamespace = "failures";

  before(async () => {
    surroundings = await environment("token");
    stack = await Stack.create({
      language: "yaml",
      attach: true,
      files: { "shout.py": code, "Pulumi.yaml": program({}) },
    });
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
  });
  after(async () => {
    const result = await stack.destroy();
    await stack.remove();
    assert.equal(result.code, 0, result.output);
  });

  const mistakes: readonly { readonly what: string; readonly wrong: Wrong; readonly says: readonly RegExp[] }[] = [
    {
      what: "a Python class that does not exist",
      wrong: { shout: { className: "shout.Wrong" } },
      says: [/functions\.shout/, /mesh-shout-0/, /Could not import User Function Module shout\.Wrong|Wrong/],
    },
    {
      what: "a Java class that does not exist",
      wrong: { exclaim: { className: "com.example.Missing" } },
      says: [/functions\.exclaim/, /mesh-exclaim-0/, /ClassNotFoundException|User class must be in class path/],
    },
    {
      what: "an image that does not exist",
      wrong: { shout: { image: "localhost/missing:1" } },
      says: [/functions\.shout/, /localhost\/missing:1/, /ErrImagePull|ImagePullBackOff/],
    },
    {
      what: "a token the broker refuses",
      wrong: {
        stranger: {
          ...exclamation,
          input: { topics: ["middle"] },
          instanceAuth: { token: { "fn::secret": "planted-wrong-token" } },
        },
      },
      says: [/functions\.stranger/, /mesh-stranger-0/, /Authentication/],
    },
    {
      what: "code that does not compile",
      wrong: { code: "class Shout:\n  def process(self, input, context) return input\n" },
      says: [/functions\.shout/, /mesh-shout-0/],
    },
  ];
  for (const { what, wrong, says } of mistakes) {
    it(`are explained: ${what}`, async () => {
      const survivor = wrong.exclaim === undefined ? "exclaim" : "shout";
      const uid = await podUid(survivor);
      stack.write({ "shout.py": wrong.code ?? code, "Pulumi.yaml": program(wrong) });
      const start = Date.now();
      const failed = await stack.up();
      assert.notEqual(failed.code, 0, failed.output);
      assert.ok(Date.now() - start < 90_000, "fails before the time limit");
      for (const pattern of says) assert.match(failed.output, pattern);
      assert.doesNotMatch(failed.output, /planted/);
      assert.equal(await podUid(survivor), uid, "the other member is left alone");

      stack.write({ "shout.py": code, "Pulumi.yaml": program({}) });
      const mended = await stack.up();
      assert.equal(mended.code, 0, mended.output);
      assert.equal(await podUid(survivor), uid);
    });
  }

  const podUid = (member: string): Promise<string> =>
    surroundings.cluster.kubectl(
      "-n",
      kubernetesNamespace,
      "get",
      "pod",
      `mesh-${member}-0`,
      "-o",
      "jsonpath={.metadata.uid}",
    );

  interface Wrong {
    readonly shout?: object;
    readonly exclaim?: object;
    /** A further member. */
    readonly stranger?: object;
    readonly code?: string;
  }

  function program(wrong: Wrong): object {
    const { broker } = surroundings;
    return meshProgram(surroundings, {
      kubernetesNamespace,
      tenant: "failures",
      pulsar: {
        auth: { token: { "fn::secret": broker.adminToken } },
        instanceAuth: { token: { "fn::secret": broker.token("admin") } },
      },
      functions: {
        shout: {
          className: "shout.Shout",
          python: { code: { "fn::fileAsset": "./shout.py" } },
          input: { topics: ["in"] },
          output: { topic: "middle" },
          ...wrong.shout,
        },
        exclaim: { ...exclamation, input: { topics: ["middle"] }, output: { topic: "out" }, ...wrong.exclaim },
        ...(wrong.stranger === undefined ? {} : { stranger: wrong.stranger }),
      },
      topics: { in: {}, out: { terminal: true } },
    });
  }
});

const code = `from pulsar import Function


class Shout(Function):
    def process(self, input, context):
        return input.upper()
`;
