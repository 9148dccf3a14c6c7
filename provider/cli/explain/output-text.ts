import type { PackageSchema } from "../../pulumi/schema/package-schema";
import { descriptionOf } from "./field-text";
import { wrapped } from "./wrapped";

/** What a word is that names no argument of a mesh but an output. */
export function outputText(word: string, { resources }: PackageSchema): string | undefined {
  const outputs = resources["function-mesh:index:FunctionMesh"]?.properties ?? {};
  const output = Object.hasOwn(outputs, word) ? outputs[word] : undefined;
  if (output === undefined) return undefined;
  return wrapped(`${word} is an output of a mesh, not an argument. ${descriptionOf(output)}`);
}
