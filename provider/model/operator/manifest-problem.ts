import type { Problem } from "../problem";
import type { Rule } from "../rules/rule";

/** Something wrong with a manifest. */
export interface ManifestProblem extends Problem {
  /** Which of the documents it is in, from 0. */
  readonly document: number;
  /** The component it concerns: `function/enrich`. */
  readonly component?: string;
}

/** What a rule of manifests found, in the words for users. */
export const manifestProblem = (
  { code, severity }: Pick<Rule, "code" | "severity">,
  { path, message, help }: Pick<Problem, "path" | "message" | "help">,
  where: Pick<ManifestProblem, "document" | "component">,
): ManifestProblem => ({ code, severity, path, message, help, ...where });
