import type { ManifestProblem } from "./manifest-problem";
import { manifestForm } from "./rules/manifest-form";

/** The problems that do not follow from known ones: of a field that was left out for its form, or that is refused already. */
export function unsaid(
  known: readonly ManifestProblem[],
  problems: readonly ManifestProblem[],
): readonly ManifestProblem[] {
  const errors = known.filter(({ severity }) => severity === "error");
  return problems.filter((problem) => !errors.some((error) => follows(problem, error)));
}

function follows({ document, path, severity }: ManifestProblem, error: ManifestProblem): boolean {
  if (error.document !== document) return false;
  if (error.path === path || isWithin(path, error.path)) return severity === "error";
  return error.code === manifestForm.code && isWithin(error.path, path);
}

const isWithin = (path: string, base: string): boolean => path.startsWith(`${base}.`) || path.startsWith(`${base}[`);
