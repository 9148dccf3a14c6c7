import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generatedNotice, type GeneratedFiles, type Generator } from "./generator";
import { kubernetesRoots } from "./kubernetes-roots";
import {
  intOrString,
  readKubernetesTypings,
  type FindKubernetesType,
  type KubernetesProperty,
  type KubernetesType,
} from "./kubernetes-typings";
import { root } from "./root";

const directory = "provider/model/kubernetes-types/";
const intOrStringFile = "int-or-string.ts";

/** Plain shapes of the Kubernetes types that arguments mention, from the typings of @pulumi/kubernetes. */
export const kubernetesTypes: Generator = {
  name: "kubernetes-types",
  owns: [directory],
  generate: async () => {
    const typings = readFileSync(join(root, "node_modules/@pulumi/kubernetes/types/input.d.ts"), "utf8");
    return renderFiles(placeTypes(readKubernetesTypings(typings)));
  },
};

/** The types of each file; a type stands in the first file that needs it. */
type Placement = ReadonlyMap<string, readonly KubernetesType[]>;

function placeTypes(find: FindKubernetesType): Placement {
  const files = new Map<string, KubernetesType[]>();
  const placed = new Map<string, string>();
  const place = (key: string, file: string) => {
    if (key === intOrString) return;
    const type = find(key);
    const other = placed.get(type.name);
    if (other === key) return;
    if (other !== undefined) throw new Error(`two Kubernetes types are called ${type.name}: ${other} and ${key}`);
    placed.set(type.name, key);
    files.set(file, [...(files.get(file) ?? []), type]);
    for (const property of type.properties) for (const mention of property.mentions) place(mention, file);
  };
  for (const [file, roots] of Object.entries(kubernetesRoots)) {
    for (const { group, type } of roots) place(`${group}.${type}`, file);
  }
  return files;
}

function renderFiles(placement: Placement): GeneratedFiles {
  const homes = new Map([[intOrString, intOrStringFile]]);
  for (const [file, types] of placement) for (const type of types) homes.set(type.name, file);
  const files = new Map<string, string>([[directory + intOrStringFile, renderIntOrString()]]);
  for (const [file, types] of placement) files.set(directory + file, renderFile(file, types, homes));
  const exports = [...files.keys()].map((path) => `export type * from "./${moduleName(path)}";\n`).sort();
  return files.set(`${directory}index.ts`, `// ${generatedNotice}\n${exports.join("")}`);
}

const moduleName = (path: string): string => path.slice(path.lastIndexOf("/") + 1).replace(/\.ts$/, "");

function renderIntOrString(): string {
  return [
    `// ${generatedNotice}`,
    "",
    "/** A number, or a text: the name of a port, a percentage (`25%`). */",
    `export type ${intOrString} = number | string;`,
    "",
  ].join("\n");
}

function renderFile(file: string, types: readonly KubernetesType[], homes: ReadonlyMap<string, string>): string {
  const imports = new Map<string, Set<string>>();
  for (const mention of types.flatMap((type) => type.properties.flatMap((property) => property.mentions))) {
    const name = mention.slice(mention.lastIndexOf(".") + 1);
    const home = homes.get(name);
    if (home === undefined || home === file) continue;
    imports.set(home, (imports.get(home) ?? new Set()).add(name));
  }
  const importLines = [...imports]
    .map(([home, names]) => `import type { ${[...names].sort().join(", ")} } from "./${moduleName(home)}";\n`)
    .sort();
  const head = `// ${generatedNotice}\n${importLines.join("")}`;
  const sorted = [...types].sort((a, b) => (a.name < b.name ? -1 : 1));
  return `${head}\n${sorted.map(renderType).join("\n")}`;
}

const renderType = (type: KubernetesType): string =>
  `${renderDoc(type.doc, "", [])}export interface ${type.name} {\n${type.properties.map(renderProperty).join("")}}\n`;

const renderProperty = (property: KubernetesProperty): string =>
  renderDoc(property.doc, "  ", property.integer ? ["@integer"] : []) +
  `  readonly ${property.name}${property.optional ? "?" : ""}: ${property.type};\n`;

function renderDoc(text: string, indent: string, tags: readonly string[]): string {
  if (text.includes("*/")) throw new Error(`a doc comment of the Kubernetes typings ends its own comment: ${text}`);
  const lines = [...wrap(text, 116 - indent.length), ...tags];
  if (lines.length === 0) return "";
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join("")}${indent} */\n`;
}

/** Lines of at most `width` characters; no line starts with a `@`, which would make a tag of it. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").filter((piece) => piece !== "")) {
    const last = lines.at(-1);
    if (last !== undefined && (last.length + word.length < width || word.startsWith("@"))) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
