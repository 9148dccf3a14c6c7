import assert from "node:assert/strict";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { placeholder } from "../../../../provider/model/unknown";
import { planFunctionMesh } from "../../../../provider/pulumi/components/plan-function-mesh";
import { sampleMesh } from "../../sample-mesh";
import { two } from "../../model/rules/broken-meshes";

type Parts = Partial<MeshSpec>;
const topic = (settings: NonNullable<MeshSpec["topics"]>[string]): Parts => ({ topics: { a: settings } });
const namespace = (settings: NonNullable<MeshSpec["namespaces"]>[string]): Parts => ({
  namespaces: { "public/x": settings },
});
const record = (type: string) => `{"type":"record","name":"A","fields":[{"name":"x","type":"${type}"}]}`;
const unknown = placeholder("unknown", 1);
const quota = (limit: string) => ({ destinationStorage: { limit, policy: "producer_exception" as const } });
const small = { minutes: 10, size: "1Gi" };

/** provokes FM057 */
const cases: readonly { readonly name: string; readonly spec: Parts; readonly want: readonly string[] }[] = [
  { name: "what Pulsar takes", spec: topic({ partitions: 3, retention: small }), want: [] },
  { name: "too many partitions", spec: topic({ partitions: 6000 }), want: ["FM057 topics.a.partitions"] },
  { name: "as many as are said to be meant", spec: topic({ partitions: 6000, partitionLimit: 6000 }), want: [] },
  { name: "a number that a rule refuses", spec: topic({ partitions: -1 }), want: ["FM074 topics.a.partitions"] },
  {
    name: "a policy of what keeps none",
    spec: { topics: { "non-persistent://public/default/a": { retention: small } } },
    want: ['FM057 topics["non-persistent://public/default/a"].retention'],
  },
  {
    name: "a size that is none, within",
    spec: topic({ retention: { minutes: 1, size: "1.5Mi" } }),
    want: ["FM057 topics.a.retention.size"],
  },
  {
    name: "two policies of a topic that do not go together",
    spec: topic({ retention: small, backlogQuota: quota("2Gi") }),
    want: ["FM057 topics.a.backlogQuota.destinationStorage.limit"],
  },
  {
    name: "two policies of a namespace likewise",
    spec: namespace({ retention: small, backlogQuota: quota("2Gi") }),
    want: ['FM057 namespaces["public/x"].backlogQuota.destinationStorage.limit'],
  },
  {
    name: "an empty list",
    spec: { tenants: { x: { allowedClusters: [] } } },
    want: ["FM057 tenants.x.allowedClusters"],
  },
  {
    name: "an item of a list",
    spec: { tenants: { x: { adminRoles: ["a", " "] } } },
    want: ["FM057 tenants.x.adminRoles[1]"],
  },
  {
    name: "what is missing within an argument",
    spec: namespace({ autoTopicCreation: { allow: true, topicType: "partitioned" } }),
    want: ['FM057 namespaces["public/x"].autoTopicCreation'],
  },
  {
    name: "one fault in two Pulsar clusters, once",
    spec: {
      ...two,
      defaults: { cluster: "east" },
      ...topic({ partitions: 6000, replicationClusters: ["east", "west"] }),
      tenants: { public: { adminRoles: [""] } },
      namespaces: { "public/default": { bundles: 0 } },
    },
    want: [
      "FM057 tenants.public.adminRoles[0]",
      'FM057 namespaces["public/default"].bundles',
      "FM057 topics.a.partitions",
    ],
  },
  {
    name: "a name in a list that another list follows from, at the first alone",
    spec: {
      ...two,
      defaults: { cluster: "east" },
      ...topic({ replicationClusters: ["east", "w st"] }),
      tenants: { public: {} },
      namespaces: { "public/default": {} },
    },
    want: ["FM057 topics.a.replicationClusters[1]"],
  },
  {
    name: "a name in a list that another list has to cover, at the first alone",
    spec: {
      ...two,
      defaults: { cluster: "east" },
      tenants: { public: { allowedClusters: ["east", "west"] } },
      namespaces: { "public/default": { replicationClusters: ["east", "w st"] } },
    },
    want: ['FM057 namespaces["public/default"].replicationClusters[1]'],
  },
  {
    name: "a name that FM003 refuses",
    spec: { topics: { __a: {}, "b-partition-0": {} } },
    want: ["FM003 topics.__a", "FM003 topics.b-partition-0"],
  },
  { name: "a topic of others", spec: topic({ external: true, partitions: 6000 }), want: [] },
  {
    name: "what is not known yet",
    spec: topic({ retention: { minutes: 5, size: unknown }, schema: { type: "AVRO", definition: unknown } }),
    want: [],
  },
  {
    name: "a definition that cannot be read",
    spec: topic({ schema: { type: "AVRO", definition: "{ nonsense" } }),
    want: ["FM040 topics.a.schema.definition"],
  },
  {
    name: "a definition with a fault in it",
    spec: topic({ external: true, schema: { type: "JSON", definition: record("strng") } }),
    want: ["FM040 topics.a.schema.definition"],
  },
  { name: "a definition", spec: topic({ schema: { type: "JSON", definition: record("string") } }), want: [] },
  { name: "no definition", spec: topic({ schema: { type: "AVRO" } }), want: ["FM040 topics.a.schema"] },
  {
    name: "a definition of a part",
    spec: topic({ schema: { type: "KEY_VALUE", key: { type: "AVRO", definition: "{" }, value: { type: "STRING" } } }),
    want: ["FM040 topics.a.schema.key.definition"],
  },
  {
    name: "a part without one",
    spec: topic({ schema: { type: "KEY_VALUE", key: { type: "AVRO" }, value: { type: "STRING" } } }),
    want: ["FM040 topics.a.schema.key"],
  },
  {
    name: "both parts that are missing",
    spec: topic({ schema: { type: "KEY_VALUE" } }),
    want: ["FM040 topics.a.schema", "FM040 topics.a.schema"],
  },
  {
    name: "two faults in one definition",
    spec: topic({
      schema: {
        type: "JSON",
        definition: '{"type":"record","name":"A","fields":[{"name":"x","type":"u"},{"name":"y","type":"v"}]}',
      },
    }),
    want: ["FM040 topics.a.schema.definition", "FM040 topics.a.schema.definition"],
  },
  {
    name: "a key in quotes",
    spec: topic({
      schema: {
        type: "KEY_VALUE",
        key: { type: "STRING" },
        value: { type: "STRING" },
        properties: { "kv.encoding.type": "INLINE" },
      },
    }),
    want: ['FM040 topics.a.schema.properties["kv.encoding.type"]'],
  },
];

describe("provider/pulumi/components/pulsar-refusals", () => {
  for (const { name, spec, want } of cases) {
    it(`${name}: ${want.length === 0 ? "nothing" : want.join(", ")}`, () => {
      const { problems } = planFunctionMesh("mesh", sampleMesh(spec));
      assert.deepEqual(
        problems.map(({ code, path }) => `${code} ${path}`),
        want,
      );
    });
  }

  it("says what is wrong, where in a definition, and what to write", () => {
    const texts = [
      topic({ partitions: 6000 }),
      topic({ schema: { type: "JSON", definition: record("strng") } }),
      topic({ schema: { type: "AVRO" } }),
    ].flatMap((spec) =>
      planFunctionMesh("mesh", sampleMesh(spec)).problems.map(({ message, help }) => [message, help]),
    );
    assert.deepEqual(texts, [
      [
        "6000 is more than partitionLimit, which is 5000",
        "The broker has no limit of its own: raise partitionLimit if so many are meant",
      ],
      [
        'fields[0].type "strng" is no type of Avro, and no type of that name is defined before',
        "write what Avro takes there",
      ],
      ['`definition`: a schema of type "AVRO" needs one of its form', "write an Avro schema as JSON text"],
    ]);
  });
});
