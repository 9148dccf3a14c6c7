import ts from "typescript";
import { omittedKubernetesFields } from "./kubernetes-roots";

/** A property of a Kubernetes type, as plain TypeScript. */
export interface KubernetesProperty {
  readonly name: string;
  readonly optional: boolean;
  readonly doc: string;
  readonly type: string;
  /** Numbers of Kubernetes' API are whole, all of them; the typings say `number`. */
  readonly integer: boolean;
  /** Names of the types that `type` mentions. */
  readonly mentions: readonly string[];
}

export interface KubernetesType {
  /** Group, version and name: `core.v1.EnvVar`. */
  readonly key: string;
  readonly name: string;
  readonly doc: string;
  readonly properties: readonly KubernetesProperty[];
}

/** The alias of fields that take a number or a text. */
export const intOrString = "IntOrString";

/** Finds a type of the typings by group, version and name. */
export type FindKubernetesType = (key: string) => KubernetesType;

/** Reads the argument types of @pulumi/kubernetes (types/input.d.ts). */
export function readKubernetesTypings(text: string): FindKubernetesType {
  const file = ts.createSourceFile("input.d.ts", text, ts.ScriptTarget.ES2022, true);
  const declarations = new Map<string, ts.InterfaceDeclaration>();
  collect(file, [], declarations);
  return (key) => {
    const declaration = declarations.get(key);
    if (declaration === undefined) throw new Error(`the Kubernetes typings have no type ${key}`);
    return {
      key,
      name: declaration.name.text,
      doc: docText(declaration),
      properties: declaration.members
        .filter(ts.isPropertySignature)
        .filter((member) => !omittedKubernetesFields[key]?.includes(member.name.getText()))
        .map((member) => readProperty(key, member)),
    };
  };
}

function collect(node: ts.Node, groups: readonly string[], found: Map<string, ts.InterfaceDeclaration>): void {
  if (ts.isInterfaceDeclaration(node)) found.set([...groups, node.name.text].join("."), node);
  const inner = ts.isModuleDeclaration(node) ? [...groups, node.name.text] : groups;
  if (ts.isSourceFile(node) || ts.isModuleDeclaration(node) || ts.isModuleBlock(node)) {
    ts.forEachChild(node, (child) => collect(child, inner, found));
  }
}

function readProperty(owner: string, member: ts.PropertySignature): KubernetesProperty {
  const name = member.name.getText();
  if (member.type === undefined) throw new Error(`${owner}.${name} has no type`);
  const mentions: string[] = [];
  const type = plainType(member.type, `${owner}.${name}`, mentions);
  const integer = type === "number" || type === "readonly number[]";
  return { name, optional: member.questionToken !== undefined, doc: docText(member), type, integer, mentions };
}

/** The TypeScript of a type without `Input`s; the types it refers to are added to `mentions`. */
function plainType(node: ts.TypeNode, where: string, mentions: string[]): string {
  if (ts.isTypeReferenceNode(node)) return referencedType(node, where, mentions);
  if (ts.isArrayTypeNode(node)) return `readonly ${plainType(node.elementType, where, mentions)}[]`;
  if (ts.isUnionTypeNode(node)) return unionType(node, where, mentions);
  if (ts.isLiteralTypeNode(node)) return "string";
  if (ts.isTypeLiteralNode(node)) {
    const signature = node.members.find(ts.isIndexSignatureDeclaration);
    if (signature !== undefined) return `Readonly<Record<string, ${plainType(signature.type, where, mentions)}>>`;
  }
  const text = node.getText();
  if (["string", "number", "boolean"].includes(text)) return text;
  throw new Error(`${where}: the Kubernetes typings have a type this generator does not know: ${text}`);
}

function referencedType(node: ts.TypeReferenceNode, where: string, mentions: string[]): string {
  const name = node.typeName.getText();
  const [argument] = node.typeArguments ?? [];
  if (name === "pulumi.Input" && argument !== undefined) return plainType(argument, where, mentions);
  if (!name.startsWith("inputs.")) throw new Error(`${where}: the Kubernetes typings have an unknown type ${name}`);
  mentions.push(name.slice("inputs.".length));
  return node.typeName.getLastToken()?.getText() ?? name;
}

function unionType(node: ts.UnionTypeNode, where: string, mentions: string[]): string {
  const parts = node.types.filter((type) => type.kind !== ts.SyntaxKind.UndefinedKeyword);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return plainType(only, where, mentions);
  if (parts.map((part) => part.getText()).join() !== "number,string") {
    throw new Error(`${where}: the Kubernetes typings have an unknown union ${node.getText()}`);
  }
  mentions.push(intOrString);
  return intOrString;
}

/** The first paragraph of a doc comment, without links to further reading, at most some 300 characters. */
function docText(node: ts.Node): string {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = ts.getTextOfJSDocComment(comment?.comment) ?? "";
  const [paragraph = ""] = text.split(/\n\s*\n/);
  const sentences = paragraph
    .replace(/\s+/g, " ")
    .replace(/\s*(More info|Further reading|More information):?\s*\S*$/i, "")
    .split(/(?<=[.!?])\s+(?=[A-Z"`])/);
  let kept = "";
  for (const sentence of sentences) {
    if (/https?:\/\//.test(sentence) || /^More info/i.test(sentence)) continue;
    if (kept !== "" && kept.length + sentence.length > 300) break;
    kept = kept === "" ? sentence : `${kept} ${sentence}`;
  }
  return kept.trim().replace(/[;,:]?$/, (end) => (/[.!?]$/.test(kept.trim()) || kept === "" ? end : "."));
}
