import type { Part } from "./diagram/boxes";
import { type Picture, type PictureLine, type PictureNode, pictureOf } from "./diagram/picture";
import type { Topology } from "./topology";
import { markColours, type Mark, type TopologyMarks } from "./topology-marks";

/** Mermaid's flowchart text of a mesh, coloured where something in it is marked. */
export function diagramOf(topology: Topology, marks?: TopologyMarks): string {
  const picture = pictureOf(topology, marks);
  const lines = [
    ...(picture.isLarge ? [dense] : []),
    "flowchart LR",
    ...picture.parts.flatMap((part) => partLines(part, "  ")),
    ...picture.lines.map(lineText),
    ...legendLines(picture.marks),
    ...noteLines(picture.note),
    ...styleLines(picture),
    ...picture.marks.flatMap((mark) => markLines(picture, mark)),
  ];
  return `${lines.join("\n")}\n`;
}

/** Mermaid leaves more space between nodes than a large mesh has. */
const dense = '%%{init: {"flowchart": {"nodeSpacing": 25, "rankSpacing": 35, "padding": 8}}}%%';

/** Each kind has its shape: what comes in leans in, what goes out leans out. */
const shapes: Readonly<Record<PictureNode["shape"], readonly [string, string]>> = {
  source: ["[/", "\\]"],
  function: ["[", "]"],
  sink: ["[\\", "/]"],
  topic: ["([", "])"],
};

const roundCorners = ["(", ")"] as const;

/** Several lines of text run into round ends, and Mermaid draws these without dashes, so that short names had none. */
const bracketsOf = ({ shape, text, isExternal, mark }: PictureNode): readonly [string, string] =>
  shape === "topic" && (text.length > 1 || isExternal || mark === "removed") ? roundCorners : shapes[shape];

function partLines(part: Part<PictureNode>, indent: string): readonly string[] {
  if (part.kind === "box") {
    const { id, title, parts } = part.box;
    return [
      `${indent}subgraph ${id}[${quoted([title])}]`,
      // Without it, a box that no line leaves runs across the direction of all others.
      `${indent}  direction LR`,
      ...parts.flatMap((inner) => partLines(inner, `${indent}  `)),
      `${indent}end`,
    ];
  }
  const { id, text } = part.node;
  const [open, close] = bracketsOf(part.node);
  return [`${indent}${id}${open}${quoted(text)}${close}`];
}

function lineText({ from, to, isAside, isFound, text }: PictureLine): string {
  const label = text.length === 0 ? "" : `|${quoted(text)}|`;
  const [line, end] = [isAside ? "-.-" : "--", isFound ? "o" : ">"];
  return `  ${from} ${line}${end}${label} ${to}`;
}

/** Topics are pale, so that members and marks stand out, but filled: lines that pass behind them must not cross their text. */
function styleLines({ parts, nodes, marks, note }: Picture): readonly string[] {
  const topics = nodes.filter(({ shape, mark }) => shape === "topic" && mark === undefined);
  const external = nodes.filter(({ isExternal }) => isExternal);
  return [
    ...classLines(
      "topic",
      "fill:#fff,color:#333",
      topics.map(({ id }) => id),
    ),
    ...classLines(
      "external",
      "stroke-dasharray:4 3",
      external.map(({ id }) => id),
    ),
    ...classLines("box", "fill:none,stroke:#888", [
      ...parts.flatMap(boxIds),
      ...(marks.length === 0 ? [] : ["legend"]),
    ]),
    ...classLines("note", "fill:none,stroke:none", note.length === 0 ? [] : ["note"]),
  ];
}

const boxIds = (part: Part<PictureNode>): readonly string[] =>
  part.kind === "box" ? [part.box.id, ...part.box.parts.flatMap(boxIds)] : [];

const classLines = (name: string, style: string, ids: readonly string[]): readonly string[] =>
  ids.length === 0 ? [] : [`  classDef ${name} ${style}`, `  class ${ids.join(",")} ${name}`];

const legendLines = (marks: readonly Mark[]): readonly string[] =>
  marks.length === 0
    ? []
    : ['  subgraph legend["Changes"]', ...marks.map((mark) => `    ${legendId(mark)}["${mark}"]`), "  end"];

const noteLines = (note: readonly string[]): readonly string[] =>
  note.length === 0 ? [] : [`  note[${quoted(note)}]`];

const legendId = (mark: Mark): string => `legend-${mark}`;

function markLines({ nodes, lines }: Picture, mark: Mark): readonly string[] {
  const { fill, line, text } = markColours[mark];
  const dashes = mark === "removed" ? ",stroke-dasharray:6 4" : "";
  const marked = nodes.filter((node) => node.mark === mark).map(({ id }) => id);
  // Mermaid counts lines in the order in which they stand.
  const links = lines.flatMap((each, index) => (each.mark === mark ? [index] : []));
  return [
    ...classLines(mark, `fill:${fill},stroke:${line},color:${text}${dashes}`, [...marked, legendId(mark)]),
    ...(links.length === 0 ? [] : [`  linkStyle ${links.join(",")} stroke:${line},stroke-width:2px${dashes}`]),
  ];
}

/** Mermaid takes no empty text. */
const quoted = (lines: readonly string[]): string => `"${lines.map(escaped).join("<br/>") || " "}"`;

/** Text within quotes. Mermaid reads `#name;` as a character, HTML, and settings between `%%` wherever these stand. */
const escaped = (text: string): string =>
  apart(text).replace(/[#"<>&%`\\]/g, (character) => `#${character.charCodeAt(0)};`);

/** Mermaid makes `\n` another line, `$$` a formula and `fa:fa-x` an icon, in whatever way they are escaped: not with a
 * character of no width in between. */
const apart = (text: string): string => text.replace(/[\\$]|:(?=fa-)/g, "$&\u2060");
