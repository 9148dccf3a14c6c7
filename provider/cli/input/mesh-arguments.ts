import { basename } from "node:path";
import type { MeshSpec } from "../../model/mesh";
import { byPath } from "../../model/path-order";
import type { Problem } from "../../model/problem";
import { type PackageSchema } from "../../pulumi/schema/package-schema";
import { type Leaf, readArguments } from "../../pulumi/schema/read-arguments";
import { soundArguments } from "../../pulumi/schema/sound-arguments";
import { isWireObject } from "../../pulumi/wire/node";
import { functionProblems } from "./called-function";
import type { RestOfMesh } from "./further-errors";
import type { InputDocument } from "./input-document";
import { withClusters } from "./left-out-clusters";
import { likelyMeanings } from "./misspelled-arguments";
import { programProblem } from "./pulumi-program";
import { isRead, wireValue } from "./wire-value";

/** The arguments of a mesh, read from a file. */
export interface MeshArguments {
  readonly name: string;
  readonly spec: MeshSpec;
  /** What placeholders in it stand for. */
  readonly leaves: readonly Leaf[];
  readonly problems: readonly Problem[];
  /** With problems, what of it can be planned in spite of them; absent where that says nothing. */
  readonly rest?: RestOfMesh;
}

const component = "function-mesh:index:FunctionMesh";

/** Reads a document that holds the arguments of `fm.FunctionMesh`, as a program in YAML states them below `properties`. */
export function meshArguments(document: InputDocument, schema: PackageSchema): MeshArguments {
  const { file, value } = document;
  const node = wireValue(value, file);
  const name = meshName(file);
  if (!isWireObject(node)) return unread(name, notAnObject(file));
  const { inputProperties = {}, requiredInputs = [] } = schema.resources[component] ?? {};
  const shape = { properties: inputProperties, required: requiredInputs };
  const program = programProblem(document, node, Object.keys(inputProperties));
  if (program !== undefined) return unread(name, program);
  const calls = functionProblems(value, isRead);
  const read = readArguments(withClusters(node), shape, schema);
  const { values, leaves } = read;
  const called = new Set(calls.map(({ path }) => path));
  const others = read.problems.filter(({ path }) => !called.has(path));
  const problems = [...calls, ...others].sort((left, right) => byPath(left.path, right.path));
  // The reader has checked their form against the schema, which is generated from MeshSpec.
  const spec = values as unknown as MeshSpec;
  if (problems.length === 0) return { name, spec, leaves, problems };
  const rest = restOf(values, shape, schema);
  const meanings = () =>
    likelyMeanings(node, { kind: "object", ...shape }, schema).map((meaning) =>
      restOf(readArguments(withClusters(meaning), shape, schema).values, shape, schema),
    );
  return { name, spec, leaves, problems, ...(rest === undefined ? {} : { rest: { rest, meanings } }) };
}

/** What of arguments can be planned. */
function restOf(
  values: Readonly<Record<string, unknown>>,
  shape: Parameters<typeof soundArguments>[1],
  schema: PackageSchema,
): MeshSpec | undefined {
  const sound = soundArguments(values, shape, schema);
  return sound === undefined || lacksCluster(sound, values) ? undefined : (sound as unknown as MeshSpec);
}

const unread = (name: string, problem: Problem): MeshArguments => ({
  name,
  spec: { pulsar: {}, kubernetes: {} },
  leaves: [],
  problems: [problem],
});

/** Without an entry that members name, whatever they say would seem wrong. */
const lacksCluster = (sound: Readonly<Record<string, unknown>>, values: Readonly<Record<string, unknown>>): boolean =>
  ["pulsar", "kubernetes"].some((map) => Object.keys(sound[map] ?? {}).length < Object.keys(values[map] ?? {}).length);

const notAnObject = (file: string): Problem => ({
  code: "FM080",
  severity: "error",
  path: file,
  message: "the document is not a map",
  help: "write an operator manifest, or a mesh's arguments such as `functions` and `sinks`",
});

/** A mesh is called like its file. */
const meshName = (file: string): string => (file === "-" ? "mesh" : basename(file).replace(/\.(ya?ml|json)$/i, ""));
