import { basename } from "node:path";
import type { MeshSpec } from "../../model/mesh";
import { type PackageSchema } from "../../pulumi/schema/package-schema";
import { type Leaf, readArguments } from "../../pulumi/schema/read-arguments";
import { isWireObject } from "../../pulumi/wire/node";
import type { FileProblem } from "./file-problem";
import type { InputDocument } from "./input-document";
import { withClusters } from "./left-out-clusters";
import { wireValue } from "./wire-value";

/** The arguments of a mesh, read from a file. */
export interface MeshArguments {
  readonly name: string;
  readonly spec: MeshSpec;
  /** What placeholders in it stand for. */
  readonly leaves: readonly Leaf[];
  readonly problems: readonly FileProblem[];
}

const component = "function-mesh:index:FunctionMesh";

/** Reads a document that holds the arguments of `fm.FunctionMesh`, as a program in YAML states them below `properties`. */
export function meshArguments({ file, value }: InputDocument, schema: PackageSchema): MeshArguments {
  const node = wireValue(value, file);
  const name = meshName(file);
  if (!isWireObject(node)) {
    return { name, spec: { pulsar: {}, kubernetes: {} }, leaves: [], problems: [notAnObject(file)] };
  }
  const { inputProperties = {}, requiredInputs = [] } = schema.resources[component] ?? {};
  const shape = { properties: inputProperties, required: requiredInputs };
  const { values, leaves, problems } = readArguments(withClusters(node), shape, schema);
  // The reader has checked their form against the schema, which is generated from MeshSpec.
  const spec = values as unknown as MeshSpec;
  return { name, spec, leaves, problems: problems.map((problem) => ({ ...problem, file })) };
}

const notAnObject = (file: string): FileProblem => ({
  code: "FM080",
  severity: "error",
  file,
  path: file,
  message: "the document is not a map",
  help: "write an operator manifest, or a mesh's arguments such as `functions` and `sinks`",
});

/** A mesh is called like its file. */
const meshName = (file: string): string => (file === "-" ? "mesh" : basename(file).replace(/\.(ya?ml|json)$/i, ""));
