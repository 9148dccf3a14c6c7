import assert from "node:assert/strict";
import type { MeshSpec } from "../../../../provider/model/mesh";
import {
  lacksInputs,
  lacksOutput,
  readStatedTopic,
  statedTopics,
} from "../../../../provider/model/rules/stated-topics";
import { javaFunction } from "../../sample-mesh";
import { around } from "./broken-meshes";
import { checkedMesh } from "./checked-mesh";

const readings = [
  { text: "orders", want: "name" },
  { text: "a/b/orders.v1+x", want: "name" },
  { text: "a/b", want: "fault" },
  { text: "or ders", want: "fault" },
  { text: "orders-.*", want: "expression" },
  { text: "orders[eu]", want: "expression" },
  { text: "a|b", want: "expression" },
  { text: "orders-.*", isPattern: true, want: "name" },
  { text: "a b/c/.*", isPattern: true, want: "fault" },
] as const;

const external = (key: string): Partial<MeshSpec> => ({ topics: { [key]: { external: true } } });
const reading = (...topics: readonly string[]) => javaFunction({ input: { topics } });
const members = [
  { name: "sound names", member: javaFunction(), lacks: "" },
  { name: "an input that is none", member: reading("a b"), lacks: "inputs" },
  { name: "one of two inputs that is none", member: reading("a", "b|c"), lacks: "inputs" },
  { name: "no inputs", member: javaFunction({ input: {} }), lacks: "inputs" },
  { name: "an input of others that is called so", member: reading("b|c"), more: external("b|c"), lacks: "" },
  { name: "the same in full", member: reading("public/default/b|c"), more: external("b|c"), lacks: "" },
  { name: "one of others that is no name at all", member: reading("a/b"), more: external("a/b"), lacks: "inputs" },
  { name: "an output that is none", member: javaFunction({ output: { topic: "a b" } }), lacks: "output" },
  {
    name: "an output of others that is called so",
    member: javaFunction({ output: { topic: "b|c" } }),
    more: external("b|c"),
    lacks: "",
  },
  {
    name: "an output that goes to a sink in the same pods",
    member: javaFunction({ output: { topic: "a b" }, sink: { className: "com.acme.K" } }),
    lacks: "",
  },
] as const;

describe("provider/model/rules/stated-topics", () => {
  for (const { want, ...stated } of readings) {
    it(`reads ${JSON.stringify(stated)}: ${want}`, () => {
      const read = readStatedTopic(stated);
      assert.equal(read.kind === "fault" && read.isExpression === true ? "expression" : read.kind, want);
    });
  }

  for (const { name, member, lacks, ...rest } of members) {
    it(`lacks ${lacks === "" ? "nothing" : lacks} with ${name}`, () => {
      const mesh = checkedMesh(around({}, { functions: { f: member }, ...("more" in rest ? rest.more : {}) }));
      const plan = mesh.plan.members.find(({ key }) => key === "f");
      assert.ok(plan !== undefined);
      const found = [...(lacksInputs(mesh, plan) ? ["inputs"] : []), ...(lacksOutput(mesh, plan) ? ["output"] : [])];
      assert.equal(found.join(), lacks);
    });
  }

  it("has each topic of a member where it is stated", () => {
    const { plan } = checkedMesh(
      around({
        logTopic: "log",
        deadLetterTopic: "dead",
        windowConfig: { windowLengthCount: 2, lateDataTopic: "late" },
      }),
    );
    assert.deepEqual(
      plan.members.flatMap(statedTopics).map(({ text, path, use }) => `${use} ${text} at ${path()}`),
      [
        "written in at sources.s.output.topic",
        "read in at functions.f.input.topics[0]",
        "written out at functions.f.output.topic",
        "written log at functions.f.logTopic",
        "written dead at functions.f.deadLetterTopic",
        "written late at functions.f.windowConfig.lateDataTopic",
        "read out at sinks.k.input.topics[0]",
      ],
    );
  });
});
