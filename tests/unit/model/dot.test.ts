import assert from "node:assert/strict";
import fc from "fast-check";
import { dotOf } from "../../../provider/model/dot";
import type { MeshSpec } from "../../../provider/model/mesh";
import { planMesh } from "../../../provider/model/plan-mesh";
import { drawnTopologyOf } from "../../../provider/model/topology";
import { edgeKey } from "../../../provider/model/topology-marks";
import { placeholder } from "../../../provider/model/unknown";
import { javaFunction, sampleMesh, sink, source } from "../sample-mesh";
import { awkwardGraph } from "./diagram/awkward-graph";
import { member, reads, topic, topicName, writes } from "./diagram/sample-topology";

const dot = (spec: MeshSpec): string => dotOf(drawnTopologyOf(planMesh("mesh", spec).plan));

/** Everything before the nodes. */
const head = `digraph mesh {
  rankdir=LR newrank=true nodesep=0.2 ranksep=0.4 fontname=Helvetica labeljust=l
  node [fontname=Helvetica fontsize=11 height=0.3 style=filled fillcolor="#ececff" color="#7b68c8"]
  edge [fontname=Helvetica fontsize=9 arrowsize=0.7]
`;

/** The lines that a graph may consist of after that, tried with Graphviz itself. */
const text = String.raw`"(?:[^"\\&\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|\\["\\n]|&amp;)*"`;
const id = String.raw`(?:[mt]\d+|legend_[a-z]+)`;
const value = String.raw`(?:[a-z]+|\d+|"[#a-z0-9.,]+")`;
const lines = [
  String.raw` {2,4}subgraph cluster_(?:b\d+(?:_\d+)?|legend) \{`,
  String.raw`  label=${text} labelloc=t`,
  String.raw` {4,6}label=${text} color="#888888"`,
  String.raw` {2,6}${id} \[(?:[a-z]+=${value} )+label=(?:${text}|[a-z]+)\]`,
  String.raw`  [mt]\d+ -> [mt]\d+(?: \[(?:(?:[a-z]+=${value}|label=${text}) ?)+\])?`,
  String.raw`(?: {2,4})?\}`,
];
const legal = new RegExp(`^(?:${lines.join("|")})$`, "u");

describe("dot", () => {
  it("shows sources, functions, sinks and topics in shapes of their own, in the order of the flow", () => {
    const spec = sampleMesh({
      sources: { clicks: source() },
      functions: { score: javaFunction({ replicas: 2 }) },
      sinks: { warehouse: sink() },
      topics: { in: { partitions: 4 }, out: { external: true } },
    });
    assert.equal(
      dot(spec),
      `${head}  m0 [shape=cds margin="0.2,0.16" style="filled" label="clicks\\nsource"]
  t0 [shape=box margin="0.12,0.06" style="rounded,filled" fillcolor=white label="in\\n4 partitions"]
  m1 [shape=box margin="0.12,0.06" style="filled" label="score\\nfunction × 2"]
  t1 [shape=box margin="0.12,0.06" style="rounded,filled,dashed" fillcolor=white label="out"]
  m2 [shape=cylinder margin="0.12,0.06" style="filled" label="warehouse\\nsink"]
  m0 -> t0
  t0 -> m1
  m1 -> t1
  t1 -> m2
}
`,
    );
  });

  it("boxes members and their topics by cluster when there are several", () => {
    const spec = sampleMesh({
      kubernetes: { east: { pulsar: "east" }, west: { pulsar: "east" } },
      functions: {
        a: javaFunction({ cluster: "east" }),
        b: javaFunction({ cluster: "west", input: { topics: ["x"] } }),
      },
    });
    assert.match(
      dot(spec),
      / {2}subgraph cluster_b0 \{\n {4}label="Kubernetes east" color="#888888"\n {4}t0 .*\n {4}m0 .*\n {2}\}\n {2}subgraph cluster_b1 \{/,
    );
  });

  it("dots what goes to other topics than the output", () => {
    const spec = sampleMesh({ functions: { a: javaFunction({ maxMessageRetry: 2, deadLetterTopic: "dead" }) } });
    assert.match(dot(spec), /m0 -> t0 \[style=dotted label="dead letters"\]/);
  });

  it("ends lines of topics that are found by a pattern in a dot", () => {
    const spec = sampleMesh({ functions: { a: javaFunction({ input: { topicPattern: "i.*" } }) }, topics: { in: {} } });
    assert.match(dot(spec), /t0 -> m0 \[arrowhead=odot\]/);
  });

  it("says once where topics are that are in several Pulsar clusters", () => {
    const spread = { pulsarClusters: ["east", "west"] };
    const drawn = dotOf({ members: [], topics: [topic("x", spread)], edges: [] });
    assert.ok(
      drawn.startsWith(`${head}  label="Topics are in Pulsar \\neast, west unless they \\nsay otherwise" labelloc=t\n`),
    );
  });

  it("colours what is marked, and explains the colours", () => {
    const edges = [writes("a", "x"), reads("b", "x")];
    const marks = {
      nodes: new Map([["b", "removed"] as const, [topicName("x"), "changed"] as const]),
      edges: new Map(edges.slice(1).map((edge) => [edgeKey(edge), "removed"] as const)),
    };
    assert.equal(
      dotOf({ members: [member("a"), member("b")], topics: [topic("x")], edges }, marks),
      `${head}  m0 [shape=box margin="0.12,0.06" style="filled" label="a\\nfunction"]
  t0 [shape=box margin="0.12,0.06" style="rounded,filled" fillcolor="#fff3c4" color="#b08800" fontcolor="#4a3b00" label="x"]
  m1 [shape=box margin="0.12,0.06" style="filled,dashed" fillcolor="#ffe3e0" color="#c62828" fontcolor="#5f1412" label="b\\nfunction"]
  m0 -> t0
  t0 -> m1 [style=dashed color="#c62828" penwidth=2]
  subgraph cluster_legend {
    label="Changes" color="#888888"
    legend_removed [shape=box style="filled,dashed" fillcolor="#ffe3e0" color="#c62828" fontcolor="#5f1412" label=removed]
    legend_changed [shape=box style="filled" fillcolor="#fff3c4" color="#b08800" fontcolor="#4a3b00" label=changed]
  }
}
`,
    );
  });

  it("stands with unknown names as well", () => {
    const spec = sampleMesh({ functions: { a: javaFunction({ input: { topics: [placeholder("unknown", 1)] } }) } });
    assert.match(dot(spec), /label="\(computed\)"/);
  });

  it("writes names so that Graphviz shows them as they are", () => {
    const rows = [
      { name: 'a"b', text: 'a\\"b' },
      { name: "\\N\\n", text: "\\\\N\\\\n" },
      { name: "&lt;", text: "&amp;lt;" },
      { name: "a\nb", text: "a b" },
    ];
    for (const { name, text } of rows) {
      const drawn = dotOf({ members: [member(name)], topics: [], edges: [] });
      assert.equal(drawn, `${head}  m0 [shape=box margin="0.12,0.06" style="filled" label="${text}\\nfunction"]\n}\n`);
    }
  });

  it("is legal whatever the names are", () => {
    fc.assert(
      fc.property(awkwardGraph, ({ topology, marks }) => {
        const drawn = dotOf(topology, marks);
        assert.ok(drawn.startsWith(head));
        for (const line of drawn.slice(head.length).trimEnd().split("\n")) assert.match(line, legal);
      }),
    );
  });
});
