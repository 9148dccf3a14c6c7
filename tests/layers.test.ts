import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

const provider = join(__dirname, "../provider");

/** What each directory under provider/ may import from others. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  kubernetes: ["model"],
  pulsar: ["model"],
  pulumi: ["model", "kubernetes", "pulsar"],
  cli: ["model", "kubernetes", "pulsar", "pulumi"],
  ".": ["pulumi"],
};

/** Layers whose result depends on nothing but their arguments. */
const pureLayers = ["model", "kubernetes"];
const impure =
  /\bfetch\(|\bprocess\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bsetTimeout\b|\brandom(UUID|Bytes)\b/;

interface SourceFile {
  readonly path: string;
  readonly layer: string;
  readonly text: string;
  /** What it imports, as written. */
  readonly specifiers: readonly string[];
  /** The files of provider/ among these. */
  readonly imports: readonly string[];
}

const paths = readdirSync(provider, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
const known = new Set(paths);

function readSource(path: string): SourceFile {
  const text = readFileSync(join(provider, path), "utf8");
  const specifiers = ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName);
  const bases = specifiers.filter((name) => name.startsWith(".")).map((name) => join(dirname(path), name));
  const imports = bases.flatMap((base) => [`${base}.ts`, join(base, "index.ts")].filter((file) => known.has(file)));
  return { path, layer: layerOf(path), text, specifiers, imports };
}

const layerOf = (path: string): string => (path.includes("/") ? (path.split("/")[0] ?? "") : ".");

const sources = paths.map(readSource);

describe("layers", () => {
  it("every directory under provider/ is a layer", () => {
    assert.deepEqual(
      sources.filter(({ layer }) => allowed[layer] === undefined).map(({ path }) => path),
      [],
    );
  });

  it("imports point one way", () => {
    const wrong = sources.flatMap(({ path, layer, imports }) =>
      imports
        .filter((target) => layerOf(target) !== layer && !allowed[layer]?.includes(layerOf(target)))
        .map((target) => `${path} imports ${target}`),
    );
    assert.deepEqual(wrong, []);
  });

  it("nothing imports in a circle", () => {
    assert.deepEqual(circles(), []);
  });

  it("Pulumi's packages are imported under provider/pulumi/ only", () => {
    const wrong = sources.filter(
      ({ layer, specifiers }) => layer !== "pulumi" && specifiers.some((name) => name.startsWith("@pulumi/")),
    );
    assert.deepEqual(
      wrong.map(({ path }) => path),
      [],
    );
  });

  for (const layer of pureLayers) {
    it(`${layer} is pure`, () => {
      const files = sources.filter((source) => source.layer === layer);
      const importing = files.flatMap(({ path, specifiers }) =>
        specifiers.filter((name) => /^node:(?!crypto$)/.test(name)).map((name) => `${path} imports ${name}`),
      );
      const calling = files.flatMap(({ path, text }) => {
        const found = impure.exec(withoutComments(text));
        return found === null ? [] : [`${path} uses ${found[0]}`];
      });
      assert.deepEqual([...importing, ...calling], []);
    });
  }
});

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");

/** Imports that lead back to where they started, each as the path of its files. */
function circles(): readonly string[] {
  const importsOf = new Map(sources.map(({ path, imports }) => [path, imports]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
      return;
    }
    if (done.has(path)) return;
    for (const target of importsOf.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of importsOf.keys()) visit(path, []);
  return found;
}
