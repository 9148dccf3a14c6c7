import assert from "node:assert/strict";
import { imageFunction } from "./harness/mesh-program";
import { Stack } from "./harness/stack";

type Properties = Readonly<Record<string, unknown>>;

/**
 * What a user reads who wrote something wrong: all of it at once, each with its path, and no secret. In Node.js, since YAML
 * checks the names and types of arguments itself.
 */
describe("wrong arguments", () => {
  let stack: Stack;
  before(async () => {
    const project = { name: "wrong", runtime: "nodejs", main: "index.js" };
    const files = { "Pulumi.yaml": project, "package.json": {}, "index.js": "" };
    stack = await Stack.create({ language: "nodejs", files, attach: true });
  });
  after(() => stack.remove());

  const header = `const pulumi = require("@pulumi/pulumi"); const fm = require("pulumi-function-mesh");`;
  const mesh = (more: Properties): string => {
    const args = {
      pulsar: { east: { adminUrl: "http://127.0.0.1:9", serviceUrl: "pulsar://127.0.0.1:9" } },
      kubernetes: { east: { kubeconfig: "apiVersion: v1\nkind: Config\n" } },
      ...more,
    };
    return `new fm.FunctionMesh("wrong", ${JSON.stringify(args).replaceAll('"SECRET"', 'pulumi.secret("planted")')});`;
  };

  interface Refusal {
    readonly what: string;
    readonly program: string;
    /** Each within a line of its own. */
    readonly says: readonly string[];
  }
  const refusals: readonly Refusal[] = [
    {
      what: "for their form: unknown, missing, of the wrong kind",
      program: mesh({
        functions: {
          enrich: { ...imageFunction("in", "out"), replcas: 2, image: 3 },
          other: { className: "x", python: { py: "x" }, input: { topics: ["out"] }, output: {} },
        },
      }),
      says: [
        "function-mesh:index:FunctionMesh resource 'wrong' has a problem: 3 problems with its arguments:",
        "- FM080 functions.enrich.image: is the number 3. Write a text.",
        "- FM080 functions.enrich.replcas: there is no such argument. Did you mean replicas?",
        "- FM080 functions.other.output.topic: is missing. It has no default, so state it.",
      ],
    },
    {
      what: "for what they mean together, secrets unseen",
      program: mesh({
        pulsar: {
          east: { adminUrl: "http://a:1", serviceUrl: "pulsar://a:2", auth: { token: "SECRET", plugin: "x" } },
        },
        functions: { enrich: { ...imageFunction("in", "out"), cluster: "eats", config: { key: "SECRET" } } },
      }),
      says: [
        '- FM002 functions.enrich.cluster: "eats" is not a key of `kubernetes`. Did you mean east?',
        "- FM072 functions.enrich.config.key: holds a secret, which would become readable here.",
        "- FM073 pulsar.east.auth: states 2 kinds of credential: token, plugin.",
        "- FM073 pulsar.east.auth.plugin: is for pods only.",
      ],
    },
    {
      what: "in one line where there is only one",
      program: mesh({ functions: { enrich: { ...imageFunction("in", "out"), cluster: "eats" } } }),
      says: ["resource 'wrong' has a problem: FM002 functions.enrich.cluster: \"eats\" is not a key of `kubernetes`."],
    },
    {
      what: "of a provider",
      program: `new fm.pulsar.Topic("a", { topic: "t" }, {
        provider: new fm.Provider("p", { adminUrl: "http://a:1", auth: { token: pulumi.secret("planted"), tokn: "planted" } }),
      });`,
      says: ["resource 'p' has a problem: auth.tokn: there is no such argument; did you mean token?"],
    },
    {
      what: "of a single resource",
      program: `new fm.pulsar.Topic("a", { topic: "nonsense", partitions: -1 });`,
      says: [
        "resource 'a' has a problem: partitions: ",
        "resource 'a' has a problem: topic: \"nonsense\" is not a topic name",
      ],
    },
    {
      what: "of a single resource, secrets unseen",
      program: `new fm.ClusterIdentity("b", { cluster: "b", kubeconfig: pulumi.secret(["planted"]) });`,
      says: ["resource 'b' has a problem: kubeconfig: must be a text"],
    },
    {
      what: "of a single resource for their form, what the program marked unseen",
      program: `new fm.pulsar.Topic("c", { topic: "t/n/c", partitions: pulumi.secret("planted") });`,
      says: ["resource 'c' has a problem: partitions: must be a whole number, not a text"],
    },
    {
      what: "of a single resource for what they mean, what the program marked unseen",
      program: `new fm.pulsar.Topic("d", { topic: pulumi.secret("planted") });`,
      says: ["resource 'd' has a problem: topic: a secret text is not a topic name"],
    },
    {
      what: "of a provider whose credential stands in the wrong place",
      program: `new fm.Provider("e", { adminUrl: "http://a:1", auth: "planted" });`,
      says: ["resource 'e' has a problem: auth: must be an object, not a text"],
    },
    {
      what: "of a mesh whose credential stands in the wrong place",
      program: mesh({
        pulsar: { east: { adminUrl: "http://a:1", auth: "SECRET" } },
        functions: { enrich: { ...imageFunction("in", "out"), imagePullPolicy: "SECRET" } },
      }),
      says: [
        "- FM080 functions.enrich.imagePullPolicy: a text is not a value it can have.",
        "- FM080 pulsar.east.auth: is a text. Write an object.",
      ],
    },
  ];
  for (const { what, program, says } of refusals) {
    it(`are refused ${what}`, async () => {
      stack.write({ "index.js": `${header}\n${program}\n` });
      const { code, output } = await stack.preview();
      assert.notEqual(code, 0, output);
      assert.ok(!output.includes("planted"), output);
      const lines = output.slice(output.indexOf("Diagnostics:")).split("\n");
      const found = says.map((text) => lines.findIndex((line) => line.includes(text)));
      assert.ok(!found.includes(-1), `${JSON.stringify(says.filter((_, index) => found[index] === -1))} in\n${output}`);
    });
  }
});
