import assert from "node:assert/strict";
import fc from "fast-check";
import { diagramOf } from "../../../provider/model/diagram";
import type { MeshSpec } from "../../../provider/model/mesh";
import { planMesh } from "../../../provider/model/plan-mesh";
import { drawnTopologyOf } from "../../../provider/model/topology";
import { edgeKey } from "../../../provider/model/topology-marks";
import { placeholder } from "../../../provider/model/unknown";
import { javaFunction, sampleMesh, sink, source } from "../sample-mesh";
import { awkwardGraph } from "./diagram/awkward-graph";
import { large, member, reads, topic, topicName, writes } from "./diagram/sample-topology";

const diagram = (spec: MeshSpec): string => diagramOf(drawnTopologyOf(planMesh("mesh", spec).plan));

/**
 * The lines that a diagram may consist of, tried with Mermaid's own parser and the text read back from what it draws. In quotes
 * stands no quote, and no `#` but that of a character's code; what Mermaid would read in spite of that is kept apart.
 */
const text = String.raw`"(?!")(?:[^"#<>&%$\\\p{Cc}\p{Cs}\p{Zl}\p{Zp}\x60]|\$\u2060|#92;\u2060|#(?!92)\d+;|<br/>)*"`;
const mark = String.raw`(?:added|removed|changed)`;
const id = String.raw`(?:note|[mt]\d+|b\d+(?:_\d+)?|legend(?:-${mark})?)`;
const style = String.raw`(?:(?:fill|stroke|color|stroke-width|stroke-dasharray):[#\w]+(?: \d+)?,?)+`;
const lines = [
  String.raw`%%\{init: \{"flowchart": \{"nodeSpacing": 25, "rankSpacing": 35, "padding": 8\}\}\}%%`,
  String.raw`flowchart LR`,
  String.raw` {2,4}subgraph ${id}\[${text}\]`,
  String.raw` {4,6}direction LR`,
  String.raw` {2,4}end`,
  String.raw` {2,6}${id}(?:\[/${text}\\\]|\[${text}\]|\[\\${text}/\]|\(\[${text}\]\)|\(${text}\))`,
  String.raw`  [mt]\d+ (?:-->|--o|-\.->|-\.-o)(?:\|${text}\|)? [mt]\d+`,
  String.raw`  note\[${text}\]`,
  String.raw`  classDef \w+ ${style}`,
  String.raw`  class ${id}(?:,${id})* \w+`,
  String.raw`  linkStyle \d+(?:,\d+)* ${style}`,
];
const legal = new RegExp(`^(?:${lines.join("|")})$`, "u");

describe("diagram", () => {
  it("shows sources, functions, sinks and topics in shapes of their own, in the order of the flow", () => {
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
  t0("in<br/>4 partitions")
  m1["score<br/>function × 2"]
  t1("out")
  m2[\\"warehouse<br/>sink"/]
  m0 --> t0
  t0 --> m1
  m1 --> t1
  t1 --> m2
  classDef topic fill:#fff,color:#333
  class t0,t1 topic
  classDef external stroke-dasharray:4 3
  class t1 external
`,
    );
  });

  it("gives a removed topic round corners, since Mermaid draws round ends without dashes", () => {
    const graph = { members: [member("a")], topics: [topic("x")], edges: [writes("a", "x")] };
    const marks = { nodes: new Map([[topicName("x"), "removed"] as const]), edges: new Map() };
    assert.match(diagramOf(graph, marks), /t0\("x"\)/);
  });

  it("dots what goes to other topics than the output", () => {
    const spec = sampleMesh({ sinks: { s: sink({ maxMessageRetry: 1, logTopic: "logs" }) } });
    assert.match(diagram(spec), /m0 -\.->\|"dead letters"\| t2\n {2}m0 -\.->\|"log lines"\| t0/);
  });

  it("boxes members and their topics by Kubernetes cluster when there are several", () => {
    const spec = sampleMesh({
      kubernetes: { east: { pulsar: "east" }, west: { pulsar: "east" } },
      functions: {
        a: javaFunction({ cluster: "east" }),
        b: javaFunction({ cluster: "west", input: { topics: ["x"] } }),
      },
    });
    assert.equal(
      diagram(spec),
      `flowchart LR
  subgraph b0["Kubernetes east"]
    direction LR
    t0(["in"])
    m0["a<br/>function"]
  end
  subgraph b1["Kubernetes west"]
    direction LR
    t2(["x"])
    m1["b<br/>function"]
  end
  t1(["out"])
  t0 --> m0
  m0 --> t1
  t2 --> m1
  m1 --> t1
  classDef topic fill:#fff,color:#333
  class t0,t2,t1 topic
  classDef box fill:none,stroke:#888
  class b0,b1 box
`,
    );
  });

  it("leaves less space in a large mesh", () => {
    const graph = { members: [member("a")], topics: [], edges: [] };
    assert.match(diagramOf(graph), /^flowchart LR\n/);
    assert.match(diagramOf(large(graph)), /^%%\{init: .*\}%%\nflowchart LR\n/);
  });

  it("ends lines of topics that are found by a pattern in a dot", () => {
    const spec = sampleMesh({ functions: { a: javaFunction({ input: { topicPattern: "i.*" } }) }, topics: { in: {} } });
    assert.match(diagram(spec), /m0\["a<br\/>function<br\/>pattern: i\.\*"\]\n[^]* {2}t0 --o m0\n/);
  });

  it("says once where topics are that are in several Pulsar clusters", () => {
    const spread = { pulsarClusters: ["east", "west"] };
    const graph = {
      members: [member("a")],
      topics: [topic("x", spread), topic("y", spread)],
      edges: [writes("a", "x")],
    };
    const drawn = diagramOf(graph);
    assert.match(drawn, /\n {2}note\["Topics are in Pulsar <br\/>east, west unless they <br\/>say otherwise"\]\n/);
    assert.match(drawn, /\n {2}classDef note fill:none,stroke:none\n {2}class note note\n/);
    assert.match(drawn, /t0\(\["x"\]\)/);
  });

  it("colours what is marked, and explains the colours", () => {
    const edges = [writes("a", "x"), reads("b", "x")];
    const marks = {
      nodes: new Map([["b", "removed"] as const, [topicName("x"), "changed"] as const]),
      edges: new Map(edges.slice(1).map((edge) => [edgeKey(edge), "removed"] as const)),
    };
    assert.equal(
      diagramOf({ members: [member("a"), member("b")], topics: [topic("x")], edges }, marks),
      `flowchart LR
  m0["a<br/>function"]
  t0(["x"])
  m1["b<br/>function"]
  m0 --> t0
  t0 --> m1
  subgraph legend["Changes"]
    legend-removed["removed"]
    legend-changed["changed"]
  end
  classDef box fill:none,stroke:#888
  class legend box
  classDef removed fill:#ffe3e0,stroke:#c62828,color:#5f1412,stroke-dasharray:6 4
  class m1,legend-removed removed
  linkStyle 1 stroke:#c62828,stroke-width:2px,stroke-dasharray:6 4
  classDef changed fill:#fff3c4,stroke:#b08800,color:#4a3b00
  class t0,legend-changed changed
`,
    );
  });

  it("stands at preview as well", () => {
    const spec = sampleMesh({ functions: { a: javaFunction({ input: { topics: [placeholder("unknown", 1)] } }) } });
    assert.match(diagram(spec), /t0\("\(computed\)"\)\n {2}m0.*\n {2}t1\(\["out"\]\)\n {2}t0 --> m0/);
  });

  it("writes names so that Mermaid shows them as they are", () => {
    const rows = [
      { name: 'a"b#c;', text: "a#34;b#35;c;" },
      { name: "<b>&amp;`", text: "#60;b#62;#38;amp;#96;" },
      { name: "%%{init: {}}%%", text: "#37;#37;{init: {}}#37;#37;" },
      { name: "a\\nb", text: "a#92;\u2060nb" },
      { name: "$$x$$", text: "$\u2060$\u2060x$\u2060$\u2060" },
      { name: "fa:fa-car", text: "fa:\u2060fa-car" },
      { name: "a\nb", text: "a b" },
    ];
    for (const { name, text } of rows) {
      const drawn = diagramOf({ members: [member(name)], topics: [], edges: [] });
      assert.equal(drawn, `flowchart LR\n  m0["${text}<br/>function"]\n`);
    }
    assert.match(diagramOf(large({ members: [member("")], topics: [], edges: [] })), /m0\[" "\]/);
  });

  it("is legal whatever the names are", () => {
    fc.assert(
      fc.property(awkwardGraph, ({ topology, marks }) => {
        for (const line of diagramOf(topology, marks).trimEnd().split("\n")) assert.match(line, legal);
      }),
    );
  });
});
