import type { Part } from "./diagram/boxes";
import { type PictureLine, type PictureNode, pictureOf } from "./diagram/picture";
import type { Topology } from "./topology";
import { markColours, type Mark, type TopologyMarks } from "./topology-marks";

/** Graphviz' DOT text of a mesh, coloured where something in it is marked. */
export function dotOf(topology: Topology, marks?: TopologyMarks): string {
  const picture = pictureOf(topology, marks);
  const lines = [
    "digraph mesh {",
    ...head,
    ...(picture.note.length === 0 ? [] : [`  label=${quoted(picture.note)} labelloc=t`]),
    ...picture.parts.flatMap((part) => partLines(part, "  ")),
    ...picture.lines.map(lineText),
    ...legendLines(picture.marks),
    "}",
  ];
  return `${lines.join("\n")}\n`;
}

/** With `newrank` a flow keeps its direction across boxes. */
const head = [
  "  rankdir=LR newrank=true nodesep=0.2 ranksep=0.4 fontname=Helvetica labeljust=l",
  '  node [fontname=Helvetica fontsize=11 height=0.3 style=filled fillcolor="#ececff" color="#7b68c8"]',
  "  edge [fontname=Helvetica fontsize=9 arrowsize=0.7]",
];

/** Graphviz lets text run over the border of some shapes, unless there is room around it. */
const shapes: Readonly<Record<PictureNode["shape"], string>> = {
  source: 'shape=cds margin="0.2,0.16"',
  function: 'shape=box margin="0.12,0.06"',
  sink: 'shape=cylinder margin="0.12,0.06"',
  topic: 'shape=box margin="0.12,0.06"',
};

function partLines(part: Part<PictureNode>, indent: string): readonly string[] {
  if (part.kind === "node") return [`${indent}${part.node.id} [${nodeAttributes(part.node)}]`];
  const { id, title, parts } = part.box;
  return [
    `${indent}subgraph cluster_${id} {`,
    `${indent}  label=${quoted([title])} color="#888888"`,
    ...parts.flatMap((inner) => partLines(inner, `${indent}  `)),
    `${indent}}`,
  ];
}

function nodeAttributes({ shape, text, isExternal, mark }: PictureNode): string {
  const styles = [
    ...(shape === "topic" ? ["rounded"] : []),
    "filled",
    ...(isExternal || mark === "removed" ? ["dashed"] : []),
  ];
  return [
    shapes[shape],
    `style="${styles.join(",")}"`,
    ...(mark === undefined ? (shape === "topic" ? ["fillcolor=white"] : []) : [colours(mark)]),
    `label=${quoted(text)}`,
  ].join(" ");
}

const colours = (mark: Mark): string =>
  `fillcolor="${markColours[mark].fill}" color="${markColours[mark].line}" fontcolor="${markColours[mark].text}"`;

function lineText({ from, to, isAside, isFound, text, mark }: PictureLine): string {
  const attributes = [
    ...(mark === "removed" ? ["style=dashed"] : isAside ? ["style=dotted"] : []),
    ...(isFound ? ["arrowhead=odot"] : []),
    ...(mark === undefined ? [] : [`color="${markColours[mark].line}" penwidth=2`]),
    ...(text.length === 0 ? [] : [`label=${quoted(text)}`]),
  ];
  return `  ${from} -> ${to}${attributes.length === 0 ? "" : ` [${attributes.join(" ")}]`}`;
}

const legendLines = (marks: readonly Mark[]): readonly string[] =>
  marks.length === 0
    ? []
    : ["  subgraph cluster_legend {", '    label="Changes" color="#888888"', ...marks.map(legendText), "  }"];

const legendText = (mark: Mark): string =>
  `    legend_${mark} [shape=box style="filled${mark === "removed" ? ",dashed" : ""}" ${colours(mark)} label=${mark}]`;

/** Lines of text between quotes, in which Graphviz reads quotes, backslashes and the characters' names of HTML. */
const quoted = (lines: readonly string[]): string =>
  `"${lines.map((line) => line.replace(/[\\"]/g, "\\$&").replace(/&/g, "&amp;")).join("\\n")}"`;
