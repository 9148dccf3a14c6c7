import assert from "node:assert/strict";
import type { MeshSpec } from "../../../../provider/model/mesh";
import type { NamespaceSpec } from "../../../../provider/model/namespace";
import type { FunctionSpec } from "../../../../provider/model/function";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { around, testRule, unknown } from "./broken-meshes";

const inNamespace = (namespace: NamespaceSpec, parts: Partial<FunctionSpec>): MeshSpec =>
  around(parts, { namespaces: { "public/default": namespace } });
const byPattern = { input: { topicPattern: "persistent://public/default/i.*" } };
const byName = (topic: string) => ({ input: { topics: [topic] } });
const kept = { retention: { minutes: 60, size: "1Gi" } };
const toZero = { autoscaling: { minReplicas: 0, maxReplicas: 2, backlog: {} } };

testRule("FM035", [
  {
    name: "paused where unread messages are dropped",
    spec: inNamespace({ messageTtlSeconds: 60 }, { paused: true }),
    want: ['FM035? namespaces["public/default"].messageTtlSeconds'],
  },
  {
    name: "scaled to zero where unread messages are dropped",
    spec: inNamespace({ messageTtlSeconds: 60 }, toZero),
    want: ['FM035? namespaces["public/default"].messageTtlSeconds'],
  },
  {
    name: "paused where only messages of a non-persistent topic would be dropped, which wait for nobody",
    spec: inNamespace({ messageTtlSeconds: 60 }, { ...byName("non-persistent://public/default/in"), paused: true }),
    want: ["FM003? functions.f.input.topics[0]", "FM010? functions.f.input.topics[0]", "FM011? sources.s.output.topic"],
  },
  {
    name: "paused where a topic drops unread messages itself",
    spec: around({ paused: true }, { topics: { in: { messageTtlSeconds: 60 } } }),
    want: ["FM035? topics.in.messageTtlSeconds"],
  },
  {
    name: "paused where a topic keeps what its namespace drops",
    spec: around(
      { paused: true },
      { topics: { in: { messageTtlSeconds: 0 } }, namespaces: { "public/default": { messageTtlSeconds: 60 } } },
    ),
    want: [],
  },
  { name: "running where unread messages are dropped", spec: inNamespace({ messageTtlSeconds: 60 }, {}), want: [] },
  {
    name: "paused where unread messages are kept",
    spec: inNamespace({ messageTtlSeconds: 0 }, { paused: true }),
    want: [],
  },
  {
    name: "a retention not known yet",
    spec: inNamespace({ retention: { minutes: 5, size: unknown } }, { ...byPattern, paused: true }),
    want: [],
  },
  {
    name: "paused where a pattern finds topics later",
    spec: inNamespace({}, { ...byPattern, paused: true }),
    want: ["FM035? functions.f.input.topicPattern"],
  },
  {
    name: "the same where nothing is retained",
    spec: inNamespace({ retention: { minutes: 0, size: "0" } }, { ...byPattern, paused: true }),
    want: ["FM035? functions.f.input.topicPattern"],
  },
  { name: "the same where messages are retained", spec: inNamespace(kept, { ...byPattern, paused: true }), want: [] },
  { name: "a pattern of a member that runs", spec: inNamespace({}, byPattern), want: [] },
  { name: "a namespace of another's", spec: around({ ...byPattern, paused: true }), want: [] },
]);

describe("rule FM035", () => {
  it("says who stands still", () => {
    const [problem] = planMesh("mesh", inNamespace({ messageTtlSeconds: 60 }, toZero)).problems;
    assert.equal(
      problem?.message,
      "is 60, and functions.f may be scaled to zero: messages that are not read by then are dropped",
    );
  });
});
