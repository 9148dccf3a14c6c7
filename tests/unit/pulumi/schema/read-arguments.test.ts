import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PackageSchema } from "../../../../provider/pulumi/schema/package-schema";
import { readArguments } from "../../../../provider/pulumi/schema/read-arguments";
import { decodeProperties } from "../../../../provider/pulumi/wire/decode";
import { signatureKey, signatures, unknownText } from "../../../../provider/pulumi/wire/signatures";
import { isSecret, isUnknown } from "../../../../provider/model/unknown";

const secret = (value: unknown) => ({ [signatureKey]: signatures.secret, value });
const output = (fields: object) => ({ [signatureKey]: signatures.output, ...fields });

const schema: PackageSchema = {
  version: "0.0.0",
  provider: {},
  resources: {},
  types: {
    "t:index:Cluster": {
      type: "object",
      properties: {
        url: { type: "string" },
        token: { type: "string", secret: true },
        create: { type: "boolean", plain: true },
      },
      required: ["url"],
    },
    "t:index:Colour": { type: "string", enum: [{ value: "red" }, { value: "green" }] },
  },
};
const shape = {
  properties: {
    clusters: { type: "object", plain: true, additionalProperties: { $ref: "#/types/t:index:Cluster", plain: true } },
    topics: { type: "array", plain: true, items: { type: "string" } },
    replicas: { type: "integer" },
    colour: { $ref: "#/types/t:index:Colour" },
    config: { type: "object", additionalProperties: { $ref: "pulumi.json#/Any" } },
    name: { type: "string", plain: true },
  },
  required: ["clusters"],
} as const;
const clusters = { east: { url: "u" } };
const read = (properties: Readonly<Record<string, unknown>>) =>
  readArguments(decodeProperties(properties), shape, schema);

const packageSchema: PackageSchema = JSON.parse(
  readFileSync(join(__dirname, "..", "..", "..", "..", "schema.json"), "utf8"),
);

describe("readArguments (provokes FM080)", () => {
  it("refuses an entry without a value where entries are objects, and not where one came out so", () => {
    const { values, problems } = read({ clusters: { ...clusters, west: null, south: output({ value: null }) } });
    assert.deepEqual(values, { clusters: { ...clusters, west: undefined } });
    assert.deepEqual(
      problems.map(({ path, message, help }) => [path, message, help]),
      [["clusters.west", "has no value", "write {} for one without settings of its own, or leave the entry out"]],
    );
  });

  it("takes plain values as they are", () => {
    const { values, leaves, problems } = read({
      clusters,
      topics: ["a"],
      replicas: 2,
      colour: "red",
      config: { a: [1] },
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(leaves, []);
    assert.deepEqual(values, { clusters, topics: ["a"], replicas: 2, colour: "red", config: { a: [1] } });
  });

  it("puts placeholders for unknown and secret values", () => {
    const { values, leaves, problems } = read({
      clusters: { east: { url: unknownText, token: "plain text" } },
      config: { pw: secret("x") },
    });
    assert.deepEqual(problems, []);
    const east = (values["clusters"] as Record<string, Record<string, unknown>>)["east"] ?? {};
    assert.ok(isUnknown(east["url"]));
    assert.ok(isSecret(east["token"]), "what the schema calls secret is secret, even when written in clear");
    assert.ok(isSecret((values["config"] as Record<string, unknown>)["pw"]));
    assert.deepEqual(
      leaves.map(({ secret: isSecretLeaf, value }) => [isSecretLeaf, value]),
      [
        [false, undefined],
        [true, "plain text"],
        [true, "x"],
      ],
    );
  });

  it("moves the marks of a container with known entries down to its values", () => {
    const { values, dependencies, problems } = read({
      clusters: output({ value: { east: { url: "u", create: true } }, secret: true, dependencies: ["urn:a"] }),
    });
    assert.deepEqual(problems, []);
    const east = (values["clusters"] as Record<string, Record<string, unknown>>)["east"] ?? {};
    assert.ok(isSecret(east["url"]));
    assert.deepEqual(dependencies, [{ path: "clusters", urns: ["urn:a"] }]);
  });

  it("keeps known outputs readable and remembers where they come from", () => {
    const { values, dependencies } = read({
      clusters: { east: { url: output({ value: "u", dependencies: ["urn:b"] }) } },
    });
    assert.deepEqual(values, { clusters });
    assert.deepEqual(dependencies, [{ path: "clusters.east.url", urns: ["urn:b"] }]);
  });

  it("keeps what another resource computes a placeholder where that decides, known or not", () => {
    const computed = {
      staysPlaceholder: (path: string) => path === "topics[0]",
      isNoted: (path: string) => path === "topics[0]" || path === "replicas",
    };
    const given = (value: object, replicas: object = output({ value: 2 })) =>
      readArguments(decodeProperties({ clusters, topics: [output(value)], replicas }), shape, schema, computed);
    for (const value of [{ value: "t", dependencies: ["urn:c"] }, { dependencies: ["urn:c"] }]) {
      const [topic] = given(value).values["topics"] as readonly string[];
      assert.ok(isUnknown(topic), JSON.stringify(value));
      assert.deepEqual([...given(value).computed], ["topics[0]"]);
    }
    assert.deepEqual(given({ value: "t" }).values["topics"], ["t"]);
    assert.deepEqual([...given({ value: "t" }).computed], []);
    const noted = given({ value: "t" }, output({ value: 2, dependencies: ["urn:c"] }));
    assert.deepEqual([noted.values["replicas"], [...noted.computed]], [2, ["replicas"]]);
  });

  const wrong: readonly { name: string; input: object; path: string; message: RegExp; help?: RegExp }[] = [
    {
      name: "an unknown name",
      input: { clusters, replica: 1 },
      path: "replica",
      message: /no such argument/,
      help: /did you mean replicas/,
    },
    {
      name: "a missing argument that stands under another name, once",
      input: { cluster: {} },
      path: "cluster",
      message: /no such argument/,
      help: /did you mean clusters/,
    },
    { name: "a missing argument", input: {}, path: "clusters", message: /is missing/ },
    { name: "a missing field", input: { clusters: { east: {} } }, path: "clusters.east.url", message: /is missing/ },
    {
      name: "a wrong type",
      input: { clusters, replicas: "2" },
      path: "replicas",
      message: /the text "2"/,
      help: /a whole number/,
    },
    { name: "a fraction", input: { clusters, replicas: 1.5 }, path: "replicas", message: /1\.5/ },
    {
      name: "no value of the enum",
      input: { clusters, colour: "reed" },
      path: "colour",
      message: /"reed"/,
      help: /did you mean red/,
    },
    { name: "a list for an object", input: { clusters: [] }, path: "clusters", message: /a list/, help: /an object/ },
    { name: "unknown keys", input: { clusters: unknownText }, path: "clusters", message: /not known before/ },
    {
      name: "an unknown name that decides",
      input: { clusters, name: unknownText },
      path: "name",
      message: /not known before/,
    },
    {
      name: "a key that is no name",
      input: { clusters: { "a/b": {} } },
      path: 'clusters["a/b"].url',
      message: /is missing/,
    },
  ];
  for (const { name, input, path, message, help } of wrong) {
    it(`refuses ${name}`, () => {
      const [problem, ...others] = read({ ...input }).problems;
      assert.equal(problem?.path, path);
      assert.match(problem.message, message);
      if (help !== undefined) assert.match(problem.help, help);
      assert.deepEqual(others, []);
    });
  }

  const nothing: readonly { name: string; input: object; values: object; wrong?: readonly string[] }[] = [
    { name: "an argument", input: { clusters, replicas: output({ value: null }) }, values: { clusters } },
    { name: "a secret", input: { clusters, replicas: secret(output({ value: null })) }, values: { clusters } },
    { name: "an object", input: { clusters: output({ value: null }) }, values: {}, wrong: ["clusters"] },
    {
      name: "a field",
      input: { clusters: { east: { url: output({ value: null, dependencies: ["urn:a"] }) } } },
      values: { clusters: { east: {} } },
      wrong: ["clusters.east.url"],
    },
    {
      name: "an entry of a map",
      input: { clusters: { ...clusters, west: output({ value: null }) } },
      values: { clusters },
    },
  ];
  for (const { name, input, values, wrong: paths = [] } of nothing) {
    it(`takes ${name} that comes out as null for one left out`, () => {
      const readings = read({ ...input });
      assert.deepEqual(readings.values, values);
      assert.deepEqual(
        readings.problems.map(({ path, message }) => `${path} ${message}`),
        paths.map((path) => `${path} is missing`),
      );
    });
  }

  const known = { adminUrl: "http://a" };
  const credentials: readonly { name: string; auth: unknown; want: readonly string[] | RegExp }[] = [
    { name: "an unknown token", auth: { token: unknownText }, want: ["token"] },
    { name: "a secret token", auth: { token: secret("t") }, want: ["token"] },
    { name: "all of it secret", auth: secret({ token: "t" }), want: ["token"] },
    { name: "an output of all of it", auth: output({ value: { tokenFile: "/t" } }), want: ["tokenFile"] },
    { name: "a part of it secret", auth: { basic: secret({ username: "u", password: "p" }) }, want: ["basic"] },
    { name: "nothing", auth: output({ value: null, secret: true }), want: [] },
    { name: "all of it unknown", auth: unknownText, want: /^pulsar\.a\.auth is not known/ },
    { name: "all of it secret and unknown", auth: output({ secret: true }), want: /^pulsar\.a\.auth is not known/ },
    { name: "an unknown part", auth: { oauth2: unknownText }, want: /^pulsar\.a\.auth\.oauth2 is not known/ },
  ];
  for (const { name, auth, want } of credentials) {
    it(`${want instanceof RegExp ? "refuses" : "reads"} a credential: ${name}`, () => {
      const { values, problems } = readArguments(
        decodeProperties({ pulsar: { a: { ...known, auth } } }),
        {
          properties: packageSchema.resources["function-mesh:index:FunctionMesh"]?.inputProperties ?? {},
          required: [],
        },
        packageSchema,
      );
      const [said] = problems.map(({ path, message }) => `${path} ${message}`);
      if (want instanceof RegExp) return assert.match(said ?? "", want);
      assert.equal(said, undefined);
      const cluster = (values["pulsar"] as Record<string, Record<string, object>>)["a"];
      assert.deepEqual(Object.keys(cluster?.["auth"] ?? {}), want);
    });
  }

  const foreign: readonly { name: string; component: string; input: object; want: readonly string[] }[] = [
    {
      name: "a function of a mesh",
      component: "FunctionMesh",
      input: { functions: { score: { maxReplicas: 3, funcConfig: {}, pod: { builtinAutoscaler: [] } } } },
      want: [
        "functions.score.funcConfig that is the operator's word for config",
        "functions.score.maxReplicas that is the operator's word for autoscaling.maxReplicas",
        "functions.score.pod.builtinAutoscaler that is the operator's word for autoscaling.cpu",
      ],
    },
    {
      name: "a sink by itself",
      component: "Sink",
      input: { sinkType: "x", sinkConfig: {} },
      want: ["sinkConfig that is the operator's word for config", "sinkType that is the operator's word for connector"],
    },
  ];
  for (const { name, component, input, want } of foreign) {
    it(`knows the operator's words in ${name}`, () => {
      const properties = packageSchema.resources[`function-mesh:index:${component}`]?.inputProperties ?? {};
      const { problems } = readArguments(decodeProperties({ ...input }), { properties, required: [] }, packageSchema);
      const unknown = problems.filter(({ message }) => message === "there is no such argument");
      assert.deepEqual(
        unknown.map(({ path, help }) => `${path} ${help}`),
        want,
      );
    });
  }

  const planted: readonly { name: string; input: object }[] = [
    { name: "a secret by the schema", input: { clusters: { east: { url: "u", token: 12345 } } } },
    { name: "a text where an object with a secret belongs", input: { clusters: { east: "12345" } } },
    { name: "a text where objects with secrets belong", input: { clusters: "12345" } },
    { name: "a field beside a secret", input: { clusters: { east: { url: 12345 } } } },
    { name: "a marked number", input: { clusters, name: secret(12345) } },
    { name: "a marked choice", input: { clusters, colour: secret("12345") } },
    { name: "a marked list", input: { clusters, topics: secret("12345") } },
    { name: "an item of a marked list", input: { clusters, topics: secret([12345]) } },
    { name: "a secret output", input: { clusters, replicas: output({ value: "12345", secret: true }) } },
    { name: "a choice that holds one", input: { clusters, colour: { a: secret("12345") } } },
  ];
  for (const { name, input } of planted) {
    it(`never shows the value of ${name}`, () => {
      const { problems } = read({ ...input });
      assert.equal(problems.length, 1);
      assert.doesNotMatch(JSON.stringify(problems), /12345/);
    });
  }
});
