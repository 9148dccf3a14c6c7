import ts from "typescript";
import { readDoc, type DocTags } from "./doc-tags";
import { enumOf, literalsOf } from "./schema-enum";
import { type NamedTypeSpec, type ObjectSpec, type PropertySpec, type TypeSpec } from "./schema-spec";
import { type NamedDeclaration, type SourceProgram } from "./source-program";

/** Aliases that stand for something a schema says in its own way. */
const builtInTypes: Readonly<Record<string, TypeSpec>> = {
  Json: { $ref: "pulumi.json#/Any" },
  Asset: { $ref: "pulumi.json#/Asset" },
  // The one union: Kubernetes takes numbers and texts here, and every SDK generator and YAML know this form.
  IntOrString: { oneOf: [{ type: "integer" }, { type: "string" }] },
};

/** A property of the sources, for messages, with what its doc comment asks for. */
interface Place {
  readonly text: string;
  readonly doc: DocTags;
  /** True for what a list or map holds. */
  readonly inside: boolean;
}

/** Reads interfaces as the properties of a schema, and collects the named types that they mention. */
export class SchemaTypes {
  /** What cannot be said in a schema: file, type, property and reason. */
  readonly errors: string[] = [];
  private readonly declarations = new Map<string, NamedDeclaration>();

  constructor(
    private readonly program: SourceProgram,
    /** The token of a named type, from the path of its file and its name. */
    private readonly tokenOf: (file: string, name: string) => string,
  ) {}

  /** What the doc comment of a type says. */
  descriptionOf(declaration: NamedDeclaration): { readonly description?: string } {
    const { description } = readDoc(declaration, (message) => this.fail(this.nameOf(declaration), message));
    return description === "" ? {} : { description };
  }

  /** The properties of an interface, inherited ones included. */
  objectOf(declaration: NamedDeclaration): ObjectSpec {
    const { checker } = this.program;
    const properties: Record<string, PropertySpec> = {};
    const required: string[] = [];
    for (const symbol of checker.getPropertiesOfType(checker.getTypeAtLocation(declaration))) {
      const property = this.propertyOf(symbol, `${this.nameOf(declaration)}.${symbol.name}`);
      if (property === undefined) continue;
      properties[symbol.name] = property;
      if ((symbol.flags & ts.SymbolFlags.Optional) === 0) required.push(symbol.name);
    }
    return { properties, ...(required.length === 0 ? {} : { required }) };
  }

  /** The named types met so far and those that they mention, by token. */
  named(): Readonly<Record<string, NamedTypeSpec>> {
    const done = new Map<string, NamedTypeSpec>();
    // Describing a type can add others to the map, which this loop then visits as well.
    for (const [token, declaration] of this.declarations) done.set(token, this.describe(declaration));
    return Object.fromEntries([...done].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private describe(declaration: NamedDeclaration): NamedTypeSpec {
    const head = this.descriptionOf(declaration);
    const literals = literalsOf(declaration);
    return literals === undefined
      ? { ...head, type: "object", ...this.objectOf(declaration) }
      : { ...head, ...enumOf(literals) };
  }

  private propertyOf(symbol: ts.Symbol, text: string): PropertySpec | undefined {
    const signature = symbol.declarations?.find(ts.isPropertySignature);
    if (signature?.type === undefined) {
      this.fail(text, "only properties with a type can stand in a schema");
      return undefined;
    }
    const doc = readDoc(signature, (message) => this.fail(text, message));
    if (doc.hidden) return undefined;
    const type = this.typeOf(signature.type, { text, doc, inside: false });
    for (const problem of tagProblems(doc, type)) this.fail(text, problem);
    return {
      ...(doc.description === "" ? {} : { description: doc.description }),
      ...type,
      ...(doc.secret && doc.plain === "no" ? { secret: true } : {}),
      ...(doc.replace ? { willReplaceOnChanges: true } : {}),
      ...(doc.deprecated === undefined ? {} : { deprecationMessage: doc.deprecated }),
    };
  }

  /** The schema of a type as it is written. */
  private typeOf(node: ts.TypeNode, place: Place): TypeSpec {
    if (ts.isParenthesizedTypeNode(node)) return this.typeOf(node.type, place);
    if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword) {
      return this.typeOf(node.type, place);
    }
    if (ts.isArrayTypeNode(node)) return this.listOf(node.elementType, place);
    if (ts.isTypeReferenceNode(node)) return this.referenceOf(node, place);
    if (ts.isUnionTypeNode(node)) return this.unionOf(node, place);
    const marks = valueMarks(place);
    if (node.kind === ts.SyntaxKind.StringKeyword) return { type: "string", ...marks };
    if (node.kind === ts.SyntaxKind.BooleanKeyword) return { type: "boolean", ...marks };
    if (node.kind === ts.SyntaxKind.NumberKeyword) return { type: place.doc.integer ? "integer" : "number", ...marks };
    return this.unknownType(node, place);
  }

  private listOf(element: ts.TypeNode, place: Place): TypeSpec {
    return { type: "array", ...containerMarks(place), items: this.typeOf(element, { ...place, inside: true }) };
  }

  private mapOf(value: ts.TypeNode, place: Place): TypeSpec {
    const additionalProperties = this.typeOf(value, { ...place, inside: true });
    return { type: "object", ...containerMarks(place), additionalProperties };
  }

  /** `T | undefined` is T; there are no other unions. */
  private unionOf(node: ts.UnionTypeNode, place: Place): TypeSpec {
    const types = node.types.filter((type) => type.kind !== ts.SyntaxKind.UndefinedKeyword);
    const [only] = types;
    return types.length === 1 && only !== undefined ? this.typeOf(only, place) : this.unknownType(node, place);
  }

  private referenceOf(node: ts.TypeReferenceNode, place: Place): TypeSpec {
    const name = node.typeName.getText();
    const [first, second] = node.typeArguments ?? [];
    if (first === undefined) {
      const builtIn = builtInTypes[name];
      return builtIn === undefined ? this.namedOf(node, place) : markedType(builtIn, valueMarks(place));
    }
    if (name === "Readonly") return this.typeOf(first, place);
    if (name === "ReadonlyArray" || name === "Array") return this.listOf(first, place);
    const isMap = name === "Record" && first.kind === ts.SyntaxKind.StringKeyword;
    return isMap && second !== undefined ? this.mapOf(second, place) : this.unknownType(node, place);
  }

  /** A reference to an interface or an enumeration; any other alias is replaced by what it stands for. */
  private namedOf(node: ts.TypeReferenceNode, place: Place): TypeSpec {
    const declaration = this.program.declarationOf(node.typeName);
    if (declaration === undefined || declaration.typeParameters !== undefined) return this.unknownType(node, place);
    if (ts.isTypeAliasDeclaration(declaration) && literalsOf(declaration) === undefined) {
      return this.typeOf(declaration.type, place);
    }
    const token = this.tokenOf(this.program.fileOf(declaration), declaration.name.text);
    const other = this.declarations.get(token);
    if (other !== undefined && other !== declaration) {
      this.fail(place.text, `${this.nameOf(other)} and ${this.nameOf(declaration)} are two types with one token`);
    }
    this.declarations.set(token, declaration);
    return { $ref: `#/types/${token}`, ...valueMarks(place) };
  }

  private unknownType(node: ts.Node, place: Place): TypeSpec {
    this.fail(place.text, `a schema cannot say the type ${node.getText()}`);
    return {};
  }

  private nameOf(declaration: NamedDeclaration): string {
    return `${this.program.fileOf(declaration)}: ${declaration.name.text}`;
  }

  private fail(place: string, message: string): void {
    this.errors.push(`${place}: ${message}`);
  }
}

/** With `@plain list`, `@plain keys` and `@plain` beside `@secret` the container is plain, what it holds can be outputs. */
const containerMarks = (place: Place): TypeSpec => (place.doc.plain === "no" ? {} : { plain: true });

function valueMarks({ doc, inside }: Place): TypeSpec {
  if (doc.plain === "no") return {};
  if (inside && doc.secret) return { secret: true };
  return inside && doc.plain === "container" ? {} : { plain: true };
}

/** SDK generators look for marks at the alternatives of a union, not only at the union. */
const markedType = (type: TypeSpec, marks: TypeSpec): TypeSpec => ({
  ...type,
  ...(type.oneOf === undefined ? {} : { oneOf: type.oneOf.map((each) => ({ ...each, ...marks })) }),
  ...marks,
});

/** Tags that make no sense at the type they stand at. */
function tagProblems(doc: DocTags, type: TypeSpec): readonly string[] {
  const container = type.items ?? type.additionalProperties;
  const problems: string[] = [];
  if (doc.integer && !holdsInteger(type)) problems.push("@integer stands at something that is not a number");
  if (doc.plain === "container" && container === undefined)
    problems.push("@plain list and @plain keys are for lists and maps");
  if (doc.plain === "all" && doc.secret && container === undefined) problems.push("a plain value cannot be a secret");
  return problems;
}

const holdsInteger = (type: TypeSpec): boolean =>
  type.type === "integer" ||
  [type.items, type.additionalProperties].some((part) => part !== undefined && holdsInteger(part));
