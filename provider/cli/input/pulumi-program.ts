import { argumentPath } from "../../model/argument-path";
import type { Problem } from "../../model/problem";
import { isWireObject, type WireObject } from "../../pulumi/wire/node";
import type { InputDocument } from "./input-document";

/** What somebody is told who gives a whole Pulumi program: the command line takes the arguments of a mesh, which are a part of it. */
export function programProblem(
  { file }: Pick<InputDocument, "file">,
  values: WireObject,
  fields: readonly string[],
): Problem | undefined {
  const resources = isWireObject(values["resources"]) ? values["resources"] : {};
  const types = Object.entries(resources).flatMap(([name, resource]) =>
    isWireObject(resource) && typeof resource["type"] === "string" ? [{ name, type: resource["type"] }] : [],
  );
  const isProject = "name" in values && "runtime" in values;
  if ((types.length === 0 && !isProject) || fields.some((field) => field in values)) return undefined;
  const meshes = types.filter(({ type }) => /^function-mesh:(?:index:)?FunctionMesh$/.test(type));
  return problemOf(
    file,
    meshes.map(({ name }) => name),
    types.length === 0 ? "runtime" : "resources",
  );
}

function problemOf(file: string, meshes: readonly string[], path: string): Problem {
  const fault = { code: "FM080", severity: "error", path } as const;
  const [first] = meshes;
  if (first === undefined) {
    return {
      ...fault,
      message: "the document is a Pulumi project without a resource of type function-mesh:FunctionMesh",
      help: "give a file with the arguments of a mesh, or run `pulumi preview`, which checks them in a program of any language",
    };
  }
  const places = meshes.map((name) => `\`${argumentPath("resources", name, "properties")}\``);
  const program = file === "-" ? "Pulumi.yaml" : file;
  const command = `yq '.resources[${JSON.stringify(first)}].properties' ${program} > ${first}.yaml`;
  return {
    ...fault,
    message: `the document is a Pulumi program, and the arguments of a mesh are only what stands below ${places.join(" or ")}`,
    help: `write that into a file of its own, with values in place of \`\${…}\`, and give that file: ${command}`,
  };
}
