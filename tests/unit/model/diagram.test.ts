import assert from "node:assert/strict";
import fc from "fast-check";
import { diagramOf } from "../../../provider/model/diagram";
import type { MeshSpec } from "../../../provider/model/mesh";
import { planMesh } from "../../../provider/model/plan-mesh";
import { topologyOf } from "../../../provider/model/topology";
import { placeholder } from "../../../provider/model/unknown";
import { javaFunction, sampleMesh, sink, source } from "../sample-mesh";

const diagram = (spec: MeshSpec): string => diagramOf(topologyOf(planMesh("mesh", spec).plan));

/** The lines that a diagram may consist of; text in quotes holds no quote, and no `#` but that of a character's code. */
const text = String.raw`"(?:[^"#<>&\x60\\\n]|#\d+;|<br/>)*"`;
const lines = [
  String.raw`flowchart LR`,
  String.raw`  subgraph k\d+\[${text}\]`,
  String.raw`  end`,
  String.raw`  (?:  )?[mt]\d+(?:\[/${text}\\\]|\[${text}\]|\[\\${text}/\]|\(\[${text}\]\))`,
  String.raw`  [mt]\d+ (?:-->|-\. dead letters \.->|-\. late data \.->) [mt]\d+`,
  String.raw`  classDef external stroke-dasharray: 4 3`,
  String.raw`  class t\d+(?:,t\d+)* external`,
];
const legal = new RegExp(`^(?:${lines.join("|")})$`);

describe("diagram", () => {
  it("shows sources, functions, sinks and topics in shapes of their own", () => {
    const spec = sampleMesh({
      sources: { clicks: source() },
      functions: { score: javaFunction({ replicas: 2 }) },
      sinks: { warehouse: sink() },
      topics: { in: { partitions: 4 }, out: { external: true } },
    });
    assert.equal(
      diagram(spec),
      `flowchart LR
  m0[/"clicks<br/>source"\\]
  m1["score<br/>function × 2"]
  m2[\\"warehouse<br/>sink"/]
  t0(["in<br/>4 partitions"])
  t1(["out"])
  m0 --> t0
  t0 --> m1
  t1 --> m2
  m1 --> t1
  classDef external stroke-dasharray: 4 3
  class t1 external
`,
    );
  });

  it("shows what goes to other topics than the output", () => {
    assert.match(diagram(sampleMesh({ sinks: { s: sink({ maxMessageRetry: 1 }) } })), /m0 -\. dead letters \.-> t1/);
  });

  it("boxes members by Kubernetes cluster when there are several", () => {
    const spec = sampleMesh({
      kubernetes: { east: { pulsar: "east" }, west: { pulsar: "east" } },
      functions: { a: javaFunction({ cluster: "east" }), b: javaFunction({ cluster: "west" }) },
    });
    assert.match(diagram(spec), /subgraph k0\["east"\]\n {4}m0.*\n {2}end\n {2}subgraph k1\["west"\]\n {4}m1/);
  });

  it("shows full names only where topics are in several namespaces", () => {
    const spec = sampleMesh({ functions: { a: javaFunction({ input: { topics: ["a/b/c"] } }) } });
    assert.match(diagram(spec), /"a\/b\/c".*\n.*"public\/default\/out"/);
  });

  it("stands at preview as well", () => {
    const spec = sampleMesh({ functions: { a: javaFunction({ input: { topics: [placeholder("unknown", 1)] } }) } });
    assert.match(diagram(spec), /t0\(\["\(computed\)"\]\)\n {2}t1\(\["out"\]\)\n {2}t0 --> m0/);
  });

  it("is legal whatever the names are", () => {
    const name = fc.string({
      unit: fc.oneof(
        fc.constantFrom('"', "#", "`", "]", ")", "\n", "--", "end", "ü", "\\", "<", ";"),
        fc.string({ unit: "grapheme", maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(name, name, name, (member, input, cluster) => {
        const text = diagram({
          ...sampleMesh({
            functions: {
              [member]: javaFunction({ input: { topics: [input] }, cluster }),
              other: javaFunction({ cluster: "x" }),
            },
          }),
          kubernetes: { [cluster]: { pulsar: "east" }, x: { pulsar: "east" } },
        });
        for (const line of text.trimEnd().split("\n")) assert.match(line, legal);
      }),
    );
  });
});
