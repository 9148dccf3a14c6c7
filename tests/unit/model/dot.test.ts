import assert from "node:assert/strict";
import fc from "fast-check";
import { dotOf } from "../../../provider/model/dot";
import type { MeshSpec } from "../../../provider/model/mesh";
import { planMesh } from "../../../provider/model/plan-mesh";
import { topologyOf } from "../../../provider/model/topology";
import { placeholder } from "../../../provider/model/unknown";
import { javaFunction, sampleMesh, sink, source } from "../sample-mesh";

const dot = (spec: MeshSpec): string => dotOf(topologyOf(planMesh("mesh", spec).plan));

/** The lines that a graph may consist of. */
const text = String.raw`"(?:[^"\\\n\r]|\\["\\n])*"`;
const lines = [
  String.raw`digraph mesh \{`,
  String.raw`  rankdir=LR`,
  String.raw`  node \[fontname=Helvetica\]`,
  String.raw`  subgraph cluster\d+ \{`,
  String.raw`    label=${text}`,
  String.raw`  (?:  )?[mt]\d+ \[shape=[a-z]+(?: style=dashed)? label=${text}\]`,
  String.raw`  [mt]\d+ -> [mt]\d+(?: \[style=dotted label=${text}\])?`,
  String.raw`(?:  )?\}`,
];
const legal = new RegExp(`^(?:${lines.join("|")})$`, "u");

describe("dot", () => {
  it("shows sources, functions, sinks and topics in shapes of their own", () => {
    const spec = sampleMesh({
      sources: { clicks: source() },
      functions: { score: javaFunction({ replicas: 2 }) },
      sinks: { warehouse: sink() },
      topics: { in: { partitions: 4 }, out: { external: true } },
    });
    assert.equal(
      dot(spec),
      `digraph mesh {
  rankdir=LR
  node [fontname=Helvetica]
  m0 [shape=cds label="clicks\\nsource"]
  m1 [shape=box label="score\\nfunction × 2"]
  m2 [shape=house label="warehouse\\nsink"]
  t0 [shape=ellipse label="public/default/in\\n4 partitions"]
  t1 [shape=ellipse style=dashed label="public/default/out"]
  m0 -> t0
  t0 -> m1
  t1 -> m2
  m1 -> t1
}
`,
    );
  });

  it("boxes members by Kubernetes cluster when there are several", () => {
    const spec = sampleMesh({
      kubernetes: { east: { pulsar: "east" }, west: { pulsar: "east" } },
      functions: { a: javaFunction({ cluster: "east" }), b: javaFunction({ cluster: "west" }) },
    });
    assert.match(dot(spec), /subgraph cluster0 \{\n {4}label="east"\n {4}m0.*\n {2}\}\n {2}subgraph cluster1 \{/);
  });

  it("says what goes to a topic where that is not the results", () => {
    const spec = sampleMesh({ functions: { a: javaFunction({ maxMessageRetry: 2, deadLetterTopic: "dead" }) } });
    assert.match(dot(spec), /m0 -> t0 \[style=dotted label="dead letters"\]/);
  });

  it("stands with unknown names as well", () => {
    const spec = sampleMesh({ functions: { a: javaFunction({ input: { topics: [placeholder("unknown", 1)] } }) } });
    assert.match(dot(spec), /label="\(computed\)"/);
  });

  it("is legal whatever the names are", () => {
    const name = fc.string({ unit: fc.oneof(fc.constantFrom('"', "\\", "\n", "{", "]"), fc.string({ maxLength: 1 })) });
    fc.assert(
      fc.property(name, name, name, (member, input, cluster) => {
        const functions = {
          [member]: javaFunction({ input: { topics: [input] }, cluster }),
          other: javaFunction({ cluster: "x" }),
        };
        const kubernetes = { [cluster]: { pulsar: "east" }, x: { pulsar: "east" } };
        for (const line of dot({ ...sampleMesh({ functions }), kubernetes })
          .trimEnd()
          .split("\n")) {
          assert.match(line, legal);
        }
      }),
    );
  });
});
