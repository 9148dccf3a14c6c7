import assert from "node:assert/strict";
import fc from "fast-check";
import type { MeshSpec } from "../../../provider/model/mesh";
import { planMesh } from "../../../provider/model/plan-mesh";
import { placeholder } from "../../../provider/model/unknown";
import { javaFunction, pythonFunction, sampleMesh, sink, source } from "../sample-mesh";

const twoClusters = sampleMesh({
  pulsar: {
    west: { adminUrl: "http://w", serviceUrl: "pulsar://w:6650" },
    east: { adminUrl: "http://e", serviceUrl: "pulsar://e:6650" },
  },
  kubernetes: { west: {}, east: { namespace: "streaming" } },
  defaults: { cluster: "west", tenant: "retail", namespace: "orders" },
});
const plan = (spec: MeshSpec) => planMesh("mesh", spec).plan;

describe("plan-mesh", () => {
  it("names the children of a mesh", () => {
    const planned = plan(
      sampleMesh({
        sources: { clicks: source() },
        functions: { key: javaFunction({ name: "score" }) },
        sinks: { warehouse: sink() },
      }),
    );
    assert.deepEqual(
      planned.members.map(({ key, name, childName, path, places }) => [
        key,
        name,
        childName,
        path,
        places.map((place) => place.objectName),
      ]),
      [
        ["clicks", "clicks", "mesh-clicks", "sources.clicks", ["mesh-clicks"]],
        ["key", "score", "mesh-score", "functions.key", ["mesh-score"]],
        ["warehouse", "warehouse", "mesh-warehouse", "sinks.warehouse", ["mesh-warehouse"]],
      ],
    );
    assert.deepEqual(
      planned.topics.map(({ childName }) => childName),
      ["mesh-in", "mesh-out"],
    );
    assert.deepEqual(
      planned.members.flatMap(({ subscriptions }) => subscriptions.map(({ childName }) => childName)),
      ["mesh-score-in", "mesh-warehouse-out"],
    );
  });

  it("gives the first place the member's name and further ones their cluster's", () => {
    const { members } = plan({
      ...twoClusters,
      sinks: { s: sink({ placement: [{ cluster: "west" }, { cluster: "east", standby: true }] }) },
    });
    assert.deepEqual(
      members[0]?.places.map(({ childName, objectName, cluster, pulsarCluster, kubernetesNamespace, standby }) => [
        childName,
        objectName,
        `${cluster}/${pulsarCluster}/${kubernetesNamespace}`,
        standby,
      ]),
      [
        ["mesh-s", "mesh-s", "west/west/default", false],
        ["mesh-s-east", "mesh-s-east", "east/east/streaming", true],
      ],
    );
    assert.deepEqual(
      members[0]?.subscriptions.map(({ childName, pulsarCluster }) => [childName, pulsarCluster]),
      [
        ["mesh-s-out", "west"],
        ["mesh-s-out-east", "east"],
      ],
    );
  });

  it("names topics of other namespaces and Pulsar clusters so that the default's keep their short names", () => {
    const { topics } = plan({
      ...twoClusters,
      functions: {
        a: javaFunction({
          cluster: "east",
          input: { topics: ["in", "other/place/in", "non-persistent://retail/orders/in"] },
        }),
        b: javaFunction(),
      },
    });
    assert.deepEqual(
      topics.map(({ childName, pulsarCluster, name }) => [childName, pulsarCluster, name]),
      [
        ["mesh-in", "west", "persistent://retail/orders/in"],
        ["mesh-in-east", "east", "persistent://retail/orders/in"],
        ["mesh-in-non-persistent", "east", "non-persistent://retail/orders/in"],
        ["mesh-other-place-in", "east", "persistent://other/place/in"],
        ["mesh-out", "west", "persistent://retail/orders/out"],
        ["mesh-out-east", "east", "persistent://retail/orders/out"],
      ],
    );
  });

  it("does not own topics that are external or computed by another resource", () => {
    const computed = placeholder("unknown", 4);
    const { topics, members } = plan(
      sampleMesh({
        topics: { in: { external: true } },
        functions: { f: pythonFunction({ input: { topics: ["in", computed] } }) },
      }),
    );
    assert.deepEqual(
      topics.map(({ name, owned, childName }) => [name, owned, childName]),
      [
        [computed, false, "mesh-f-input1"],
        ["persistent://public/default/in", false, "mesh-in"],
        ["persistent://public/default/out", true, "mesh-out"],
      ],
    );
    assert.deepEqual(
      members[0]?.subscriptions.map(({ childName, topic }) => [childName, topic]),
      [
        ["mesh-f-in", "persistent://public/default/in"],
        ["mesh-f-input1", computed],
      ],
    );
  });

  it("subscribes to persistent topics only", () => {
    const { members } = plan(
      sampleMesh({ functions: { f: javaFunction({ input: { topics: ["non-persistent://a/b/c", "in", "in"] } }) } }),
    );
    assert.deepEqual(members[0]?.subscriptions, [
      {
        childName: "mesh-f-in",
        pulsarCluster: "east",
        topic: "persistent://public/default/in",
        subscription: "public/default/f",
        position: "earliest",
        onDelete: "force",
      },
    ]);
  });

  it("owns every topic that members name, wherever they do", () => {
    const input = { customSchemaSources: { keyed: "avro" }, topicPattern: "found-.*" };
    const windowConfig = { windowLengthCount: 2, lateDataTopic: "late" };
    const { topics } = plan(
      sampleMesh({
        topics: { "public-default-f-DLQ": { external: true } },
        functions: { f: javaFunction({ input, logTopic: "log", maxMessageRetry: 1, windowConfig }) },
      }),
    );
    assert.deepEqual(
      topics.map(({ label, owned }) => [label, owned]),
      [
        ["keyed", true],
        ["late", true],
        ["log", true],
        ["out", true],
        ["public-default-f-DLQ", false],
      ],
    );
  });

  const schemas: readonly {
    readonly name: string;
    readonly spec: Partial<MeshSpec>;
    readonly want: string | undefined;
  }[] = [
    {
      name: "Java reads and writes texts",
      spec: { functions: { f: javaFunction({ input: { topics: ["t"] } }) } },
      want: "STRING",
    },
    {
      name: "Python writes bytes",
      spec: { functions: { f: pythonFunction({ output: { topic: "t" } }) } },
      want: undefined,
    },
    {
      name: "a Java reader decides over a Python writer",
      spec: {
        functions: { f: pythonFunction({ output: { topic: "t" } }) },
        sinks: { s: sink({ input: { topics: ["t"] } }) },
      },
      want: "STRING",
    },
    {
      name: "a stated schema decides over all",
      spec: { topics: { t: { schema: { type: "JSON" } } }, sinks: { s: sink({ input: { topics: ["t"] } }) } },
      want: "JSON",
    },
    {
      name: "an external topic is left alone",
      spec: { topics: { t: { external: true } }, sinks: { s: sink({ input: { topics: ["t"] } }) } },
      want: undefined,
    },
    {
      name: "numbers have none, since the Java instance writes them as JSON",
      spec: { functions: { f: javaFunction({ input: { topics: ["t"], typeClassName: "java.lang.Integer" } }) } },
      want: undefined,
    },
    {
      name: "a class of one's own reads what nobody here knows",
      spec: { sinks: { s: sink({ input: { customSerdeSources: { t: "com.acme.Serde" } } }) } },
      want: undefined,
    },
    {
      name: "a stated type is not text",
      spec: { functions: { f: javaFunction({ output: { topic: "t", sinkSchemaType: "avro" } }) } },
      want: undefined,
    },
    {
      name: "none where the reader states another type than the writer's class",
      spec: {
        functions: { f: javaFunction({ output: { topic: "t" } }) },
        sinks: { s: sink({ input: { customSchemaSources: { t: "json" } } }) },
      },
      want: undefined,
    },
    {
      name: "none where the writer states another type than the reader's class",
      spec: {
        functions: { f: javaFunction({ output: { topic: "t", sinkSchemaType: "avro" } }) },
        sinks: { s: sink({ input: { topics: ["t"] } }) },
      },
      want: undefined,
    },
    {
      name: "none where the writer states a class of its own for the type",
      spec: {
        functions: { f: javaFunction({ output: { topic: "t", sinkSchemaType: "com.acme.Schema" } }) },
        sinks: { s: sink({ input: { topics: ["t"] } }) },
      },
      want: undefined,
    },
    {
      name: "both ends mean text, in other words",
      spec: {
        functions: { f: javaFunction({ output: { topic: "t" } }) },
        sinks: { s: sink({ input: { customSchemaSources: { t: "string" } } }) },
      },
      want: "STRING",
    },
    {
      name: "bytes of one's own class may be text to the reader",
      spec: {
        functions: { f: javaFunction({ output: { topic: "t", sinkSerdeClassName: "com.acme.Serde" } }) },
        sinks: { s: sink({ input: { topics: ["t"] } }) },
      },
      want: "STRING",
    },
    {
      name: "a type beside no class for bytes",
      spec: { sinks: { s: sink({ input: { sourceSpecs: { t: { serdeClassName: "", schemaType: "json" } } } }) } },
      want: undefined,
    },
  ];
  for (const { name, spec, want } of schemas) {
    it(`schema: ${name}`, () => {
      const topic = plan(sampleMesh(spec)).topics.find((each) => each.name.endsWith("/t"));
      assert.equal(topic?.schema?.type, want);
    });
  }

  it("knows what is others' in every Pulsar cluster, also where nobody uses it any more", () => {
    const { plan } = planMesh("mesh", {
      ...sampleMesh(twoClusters),
      tenants: { shop: { external: true } },
      namespaces: { "shop/web": { external: true } },
      topics: { "persistent://shop/web/scored": { external: true } },
    });
    assert.deepEqual(
      plan.others.map(({ kind, name, pulsarCluster }) => `${kind} ${name} ${pulsarCluster}`),
      ["tenant shop", "namespace shop/web", "topic persistent://shop/web/scored"].flatMap((what) =>
        plan.pulsarClusters.map(({ key }) => `${what} ${key}`),
      ),
    );
  });

  it("owns declared tenants and namespaces where they are used, and requires the others", () => {
    const planned = plan({
      ...twoClusters,
      tenants: { retail: {}, spare: {} },
      namespaces: { "retail/orders": {}, "outside/owned": {} },
      sources: { a: source({ cluster: "east", output: { topic: "x/y/z" } }) },
      sinks: { b: sink() },
    });
    assert.deepEqual(
      planned.tenants.map(({ childName, pulsarCluster }) => [childName, pulsarCluster]),
      [
        ["mesh-retail", "west"],
        ["mesh-retail-east", "east"],
        ["mesh-spare", "west"],
      ],
    );
    assert.deepEqual(
      planned.namespaces.map(({ childName, pulsarCluster }) => [childName, pulsarCluster]),
      [
        ["mesh-outside-owned", "west"],
        ["mesh-retail-orders", "west"],
        ["mesh-retail-orders-east", "east"],
      ],
    );
    assert.deepEqual(planned.required, [
      { kind: "namespace", pulsarCluster: "east", name: "x/y", path: "sources.a.output.topic", clusters: [] },
      { kind: "tenant", pulsarCluster: "west", name: "outside", path: 'namespaces["outside/owned"]', clusters: [] },
    ]);
  });

  it("is the same for any order of keys", () => {
    const spec: MeshSpec = {
      ...twoClusters,
      functions: { a: javaFunction(), b: pythonFunction({ cluster: "east" }) },
      topics: { x: {}, in: {} },
    };
    assert.deepEqual(planMesh("mesh", reversed(spec)), planMesh("mesh", spec));
  });

  it("never throws, whatever clusters and topics a mesh names", () => {
    const name = fc.oneof(
      fc.constantFrom("east", "west", "in", "out", "a/b", "persistent://a/b/c", placeholder("unknown", 1)),
      fc.string(),
    );
    const member = fc.record({
      topics: fc.array(name, { maxLength: 3 }),
      output: name,
      cluster: name,
      pulsarCluster: name,
      memberName: name,
    });
    fc.assert(
      fc.property(fc.array(member, { maxLength: 5 }), fc.boolean(), (members, strict) => {
        const functions = members.map(({ topics, output, cluster, pulsarCluster, memberName }, index) => [
          `f${index}`,
          javaFunction({ input: { topics }, output: { topic: output }, cluster, pulsarCluster, name: memberName }),
        ]);
        const { problems } = planMesh("mesh", {
          ...twoClusters,
          functions: Object.fromEntries(functions),
          validation: { strict },
        });
        for (const problem of problems) assert.doesNotMatch(problem.message, /\.$/);
      }),
    );
  });

  it("takes time in proportion to its members", () => {
    const secondsFor = (length: number): number => {
      const topics = Array.from({ length }, (_, index) => [
        `f${index}`,
        javaFunction({ input: { topics: [`t${index}`] }, output: { topic: `t${index + 1}` } }),
      ]);
      const spec = sampleMesh({ functions: Object.fromEntries(topics) });
      const start = performance.now();
      assert.equal(planMesh("mesh", spec).plan.members.length, length);
      return performance.now() - start;
    };
    secondsFor(500);
    const few = Math.min(secondsFor(500), secondsFor(500), secondsFor(500));
    const many = Math.min(secondsFor(5000), secondsFor(5000));
    // Ten times as many: ten times as long when linear, a hundred times when every member is compared with every other.
    assert.ok(many < 40 * few, `${few} ms for 500, ${many} ms for 5000`);
  }).timeout(30_000);
});

/** The same value with the keys of every map the other way round. */
function reversed<T>(value: T): T;
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => reversed(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
