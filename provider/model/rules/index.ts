import type { Problem } from "../problem";
import type { CheckedMesh, Rule } from "./rule";

/** Every rule, in the order of the codes. */
const rules: readonly Rule[] = [];

/** The rules for documentation. */
export const ruleTable: readonly Omit<Rule, "check">[] = rules.map(({ code, severity, title, description }) => ({
  code,
  severity,
  title,
  description,
}));

/** Everything wrong with a mesh, at once. */
export const checkMesh = (mesh: CheckedMesh): readonly Problem[] =>
  rules.flatMap(({ code, severity, check }) => check(mesh).map((finding) => ({ code, severity, ...finding })));
