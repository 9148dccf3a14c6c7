import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { run, schema } from "../unit/cli/memory-terminal";

const root = join(__dirname, "../..");
const pages = [
  "README.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];

/** What the configuration of a stack would hold. */
const configured: Readonly<Record<string, string>> = {
  adminUrl: "http://admin:8080",
  serviceUrl: "pulsar://broker:6650",
};

interface Snippet {
  readonly page: string;
  readonly line: number;
  readonly mesh: Readonly<Record<string, object>>;
  readonly isWhole: boolean;
}

const argumentNames = Object.keys(schema.resources["function-mesh:index:FunctionMesh"]?.inputProperties ?? {});

/** The YAML of a page that is a mesh: the arguments of one in a program, or some of them. */
const snippetsOf = (page: string): readonly Snippet[] => {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm)].flatMap(({ 1: block = "", index }) => {
    const value = parse(
      block.replace(/\$\{(\w+)\}/g, (_, name) => configured[name] ?? name),
      { uniqueKeys: false },
    );
    const line = text.slice(0, index).split("\n").length;
    const resources: readonly { type: string; properties: Snippet["mesh"] }[] = Object.values(value.resources ?? {});
    const whole = resources.filter(({ type }) => type === "function-mesh:FunctionMesh");
    const isPart = Object.keys(value).every((key) => argumentNames.includes(key)) && !Array.isArray(value.topics);
    return [
      ...whole.map(({ properties }) => ({ page, line, mesh: properties, isWhole: true })),
      ...(isPart ? [{ page, line, mesh: value, isWhole: false }] : []),
    ];
  });
};

/** A part stands for the page's whole mesh with that part in place of what it has there. */
const inItsPage = (snippet: Snippet, of: readonly Snippet[]): Snippet["mesh"] => {
  const whole = snippet.isWhole ? undefined : of.find(({ page, isWhole }) => isWhole && page === snippet.page);
  const entries = Object.entries(snippet.mesh).map(([key, value]) => [key, { ...whole?.mesh[key], ...value }]);
  return { ...whole?.mesh, ...Object.fromEntries(entries) };
};

describe("documented meshes", function () {
  this.timeout(60_000);
  const directory = mkdtempSync(join(tmpdir(), "function-mesh-docs-"));
  before(() => writeFileSync(join(directory, "enrich.py"), ""));
  after(() => rmSync(directory, { recursive: true }));

  const snippets = pages.flatMap(snippetsOf);
  for (const snippet of snippets) {
    it(`${snippet.page}:${snippet.line} has neither errors nor warnings`, () => {
      const file = join(directory, "orders.yaml");
      const { out } = run(["validate", file], { [file]: stringify(inItsPage(snippet, snippets)) });
      assert.equal(out, "");
    });
  }

  it("are found", () => {
    const found = new Set(snippets.map(({ page }) => page));
    assert.deepEqual(
      ["README.md", "docs/guides/command-line.md", "docs/guides/members.md", "docs/guides/replication.md"].filter(
        (page) => !found.has(page),
      ),
      [],
    );
  });
});
