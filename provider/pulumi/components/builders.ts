import type { BuiltComponent, ComponentRequest } from "./component";
import { buildConfigFile } from "./config-file";
import { buildFunctionMesh } from "./function-mesh";
import { buildSingleMember } from "./single-member";

/** The components of the package, by their type. */
export const componentBuilders: Readonly<Record<string, (request: ComponentRequest) => BuiltComponent>> = {
  "function-mesh:index:FunctionMesh": buildFunctionMesh,
  "function-mesh:index:ConfigFile": buildConfigFile,
  "function-mesh:index:Function": buildSingleMember("function"),
  "function-mesh:index:Source": buildSingleMember("source"),
  "function-mesh:index:Sink": buildSingleMember("sink"),
};
