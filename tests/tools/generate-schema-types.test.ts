import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type NamedTypeSpec, type ObjectSpec } from "../../tools/generate/schema-spec";
import { SchemaTypes } from "../../tools/generate/schema-types";
import { readSources } from "../../tools/generate/source-program";

interface Read {
  readonly object: ObjectSpec;
  readonly named: Readonly<Record<string, NamedTypeSpec>>;
  readonly errors: readonly string[];
}

/** Reads the interface `Args` of args.ts. */
function read(files: Readonly<Record<string, string>>): Read {
  const directory = mkdtempSync(join(tmpdir(), "schema-types-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
    const program = readSources(directory, ["args.ts"]);
    const types = new SchemaTypes(
      program,
      (file, name) => `t:${file.startsWith("other/") ? "other" : "index"}:${name}`,
    );
    const object = types.objectOf(program.find("args.ts", "Args"));
    return { object, named: types.named(), errors: types.errors };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const aliases = `
type Json = unknown;
interface Asset { readonly brand: true }
type IntOrString = number | string;
/** How. */
type Mode = "at_once" | "LATER_ON" | "IfNeeded";
type Size = string;
/** An item. */
interface Item { readonly size: Size; readonly parent?: Item }
`;

const property = (declaration: string): Read =>
  read({ "args.ts": `${aliases} export interface Args {\n${declaration}\n}` });

const item = { $ref: "#/types/t:index:Item" };

describe("SchemaTypes", () => {
  const types: readonly (readonly [declaration: string, want: object])[] = [
    ["readonly x: string", { type: "string" }],
    ["readonly x: boolean", { type: "boolean" }],
    ["readonly x: number", { type: "number" }],
    ["/** @integer */ readonly x: number", { type: "integer" }],
    ["/** @integer */ readonly x: readonly number[]", { type: "array", items: { type: "integer" } }],
    ["readonly x: Size", { type: "string" }],
    ["readonly x: (string)", { type: "string" }],
    ["readonly x: string | undefined", { type: "string" }],
    ["readonly x: Json", { $ref: "pulumi.json#/Any" }],
    ["readonly x: Asset", { $ref: "pulumi.json#/Asset" }],
    ["readonly x: IntOrString", { oneOf: [{ type: "integer" }, { type: "string" }] }],
    ["readonly x: Item", item],
    ["readonly x: Mode", { $ref: "#/types/t:index:Mode" }],
    ["readonly x: ReadonlyArray<Item>", { type: "array", items: item }],
    [
      "readonly x: Readonly<Record<string, Json>>",
      { type: "object", additionalProperties: { $ref: "pulumi.json#/Any" } },
    ],
    ["/** @secret */ readonly x: string", { type: "string", secret: true }],
    ["/** @replace */ readonly x: string", { type: "string", willReplaceOnChanges: true }],
    ["/** @deprecated use y */ readonly x: string", { type: "string", deprecationMessage: "use y" }],
    ["/** @plain */ readonly x: string", { type: "string", plain: true }],
    ["/** @plain */ readonly x: Item", { ...item, plain: true }],
    [
      "/** @plain */ readonly x: IntOrString",
      {
        oneOf: [
          { type: "integer", plain: true },
          { type: "string", plain: true },
        ],
        plain: true,
      },
    ],
    [
      "/** @plain */ readonly x: Readonly<Record<string, Item>>",
      { type: "object", plain: true, additionalProperties: { ...item, plain: true } },
    ],
    ["/** @plain */ readonly x: readonly Item[]", { type: "array", plain: true, items: { ...item, plain: true } }],
    [
      "/** @plain */ readonly x: readonly string[]",
      { type: "array", plain: true, items: { type: "string", plain: true } },
    ],
    ["/** @plain list */ readonly x: readonly string[]", { type: "array", plain: true, items: { type: "string" } }],
    [
      "/** @plain keys */ readonly x: Record<string, string>",
      { type: "object", plain: true, additionalProperties: { type: "string" } },
    ],
    [
      "/** @plain\n * @secret */ readonly x: Record<string, string>",
      { type: "object", plain: true, additionalProperties: { type: "string", secret: true } },
    ],
    [
      "/** @secret */ readonly x: Record<string, string>",
      { type: "object", additionalProperties: { type: "string" }, secret: true },
    ],
  ];
  for (const [declaration, want] of types) {
    it(declaration.replaceAll("\n", " "), () => {
      const { object, errors } = property(declaration);
      assert.deepEqual(errors, []);
      assert.deepEqual(object, { properties: { x: want }, required: ["x"] });
    });
  }

  const texts: readonly (readonly [comment: string, want: string | undefined])[] = [
    ["", undefined],
    ["/** One\n * line.\n *\n * Another paragraph. */", "One line.\n\nAnother paragraph."],
    ["/** Text.\n * @default 3\n */", "Text. Defaults to 3."],
    ['/** Text.\n * @default the key.\n * @example "a"\n */', 'Text. Defaults to the key. For example `"a"`.'],
    ["/** Text.\n * @example `a` or `b`\n */", "Text. For example `a` or `b`."],
    ["/** Text.\n * @example\n * a:\n *   b: 1\n */", "Text.\n\n```\na:\n  b: 1\n```"],
    ["/** @example 1 */", "For example `1`."],
  ];
  for (const [comment, want] of texts) {
    it(`the description of ${JSON.stringify(comment)}`, () => {
      const { object } = property(`${comment} readonly x: string`);
      assert.equal(object.properties["x"]?.description, want);
    });
  }

  it("optional properties are not required, hidden ones are left out, inherited ones are there", () => {
    const { object, errors } = read({
      "args.ts":
        `import type { Base } from "./other/base";\n` +
        `interface Own { readonly dropped: string; readonly kept: string }\n` +
        `export interface Args extends Base, Omit<Own, "dropped"> { readonly a?: string;\n/** @hidden */\nreadonly b: () => void }`,
      "other/base.ts": "export interface Base { readonly base: boolean }",
    });
    assert.deepEqual(errors, []);
    assert.deepEqual(Object.keys(object.properties).sort(), ["a", "base", "kept"]);
    assert.deepEqual([...(object.required ?? [])].sort(), ["base", "kept"]);
  });

  it("named types come with what they mention, by token", () => {
    const { named, errors } = read({
      "args.ts":
        `import type { Far } from "./other/far";\n${aliases}\n` +
        `export interface Args { readonly mode: Mode; readonly items: readonly Item[]; readonly far: Far }`,
      "other/far.ts": "export interface Far { readonly near?: Near } interface Near { readonly x: boolean }",
    });
    assert.deepEqual(errors, []);
    assert.deepEqual(named, {
      "t:index:Item": {
        description: "An item.",
        type: "object",
        properties: { size: { type: "string" }, parent: item },
        required: ["size"],
      },
      "t:index:Mode": {
        description: "How.",
        type: "string",
        enum: [
          { name: "AtOnce", value: "at_once" },
          { name: "LaterOn", value: "LATER_ON" },
          { name: "IfNeeded", value: "IfNeeded" },
        ],
      },
      "t:other:Far": { type: "object", properties: { near: { $ref: "#/types/t:other:Near" } } },
      "t:other:Near": { type: "object", properties: { x: { type: "boolean" } }, required: ["x"] },
    });
  });

  const failures: readonly (readonly [declaration: string, want: RegExp])[] = [
    ["readonly x: string | number", /^args\.ts: Args\.x: .*string \| number/],
    ['readonly x: "a" | "b"', /Args\.x: .*"a" \| "b"/],
    ["readonly x: readonly [string, number]", /Args\.x: /],
    ["readonly x: () => void", /Args\.x: /],
    ["readonly x: { readonly y: string }", /Args\.x: /],
    ["readonly x: Map<string, string>", /Args\.x: .*Map/],
    ["readonly x: Record<number, string>", /Args\.x: /],
    ["readonly x: Missing", /Args\.x: .*Missing/],
    ["x(): void", /Args\.x: /],
    ["/** @integer */ readonly x: string", /Args\.x: @integer/],
    ["/** @plain list */ readonly x: string", /Args\.x: @plain list/],
    ["/** @plain some */ readonly x: string", /Args\.x: @plain some/],
    ["/** @plain\n * @secret */ readonly x: string", /Args\.x: .*secret/],
    ["/** @defualt 3 */ readonly x: string", /Args\.x: @defualt/],
  ];
  for (const [declaration, want] of failures) {
    it(`refuses ${declaration.replaceAll("\n", " ")}`, () => {
      const { errors } = property(declaration);
      assert.equal(errors.length, 1, errors.join("\n"));
      assert.match(errors[0] ?? "", want);
    });
  }

  it("refuses two types of one token", () => {
    const { errors } = read({
      "args.ts":
        `import type { A } from "./a"; import type { B } from "./b";\n` +
        `export interface Args { readonly a: A; readonly b: B }`,
      "a.ts": "interface Same { readonly x: string } export interface A { readonly same: Same }",
      "b.ts": "interface Same { readonly x: string } export interface B { readonly same: Same }",
    });
    assert.match(errors.join(), /b\.ts: B\.same: a\.ts: Same and b\.ts: Same/);
  });
});
