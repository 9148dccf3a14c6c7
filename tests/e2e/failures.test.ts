import assert from "node:assert/strict";
import type { Environment } from "../../tools/quickstart/environment";
import { Stack } from "../engine/harness/stack";
import { environment } from "./harness/environment";
import { exclamation, meshProgram } from "./harness/mesh-program";

/** What a member does wrong is said by `pulumi up`, with the member's name and its instance's own words. Counts as 33 tests. */
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
        stranger: strangerWith("planted-wrong-token"),
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

  it("work once just their token is corrected", async () => {
    stack.write({ "Pulumi.yaml": program({ stranger: strangerWith("planted-wrong-token") }) });
    const failed = await stack.up();
    assert.match(failed.output, /functions\.stranger: .* ended 2 times/);

    stack.write({ "Pulumi.yaml": program({ stranger: strangerWith(surroundings.broker.token("admin")) }) });
    const corrected = await stack.up();
    assert.equal(corrected.code, 0, corrected.output);

    stack.write({ "Pulumi.yaml": program({}) });
    const without = await stack.up();
    assert.equal(without.code, 0, without.output);
  });

  it("are explained: a broker out of reach", async () => {
    const files = { "shout.py": code, "Pulumi.yaml": program({}, { name: "unreachable", serviceUrl: closed }) };
    const lost = await Stack.create({ language: "yaml", attach: true, files });
    try {
      const start = Date.now();
      const failed = await lost.up();
      assert.notEqual(failed.code, 0, failed.output);
      assert.ok(Date.now() - start < 130_000, "fails within its limit");
      for (const member of ["shout", "exclaim"]) {
        // Within what is said of this member, up to the next error.
        const said = `\\* functions\\.${member}: (?:(?!\\* functions)[^])*`;
        assert.match(
          failed.output,
          new RegExp(`${said}pod mesh-${member}-0(?:(?!\\* functions)[^])*127\\.0\\.0\\.1:1\\b`),
        );
      }
    } finally {
      const result = await lost.destroy();
      await lost.remove();
      assert.equal(result.code, 0, result.output);
    }
  });

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

  /** A mesh of its own, with another address of the broker. */
  interface Elsewhere {
    readonly name?: string;
    readonly serviceUrl?: string;
  }

  function program(wrong: Wrong, { name = kubernetesNamespace, ...pulsar }: Elsewhere = {}): object {
    const { broker } = surroundings;
    return meshProgram(surroundings, {
      kubernetesNamespace: name,
      tenant: name,
      pulsar: {
        ...pulsar,
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

/** Nothing listens there. */
const closed = "pulsar://127.0.0.1:1";

function strangerWith(token: string): object {
  return { ...exclamation, input: { topics: ["middle"] }, instanceAuth: { token: { "fn::secret": token } } };
}
