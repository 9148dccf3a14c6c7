import type { FunctionPlan } from "../plan";
import { isKnown } from "../unknown";

/** Name of the file that local code is delivered in: the module that the class name asks for. */
export function codeFileName({ spec }: FunctionPlan): string {
  const [module = ""] = isKnown(spec.className) ? (spec.className ?? "").split(".") : [];
  return `${module === "" ? "function" : module}.py`;
}
