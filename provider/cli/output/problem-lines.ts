import { problemText } from "../../model/problem";
import type { FileProblem } from "../input/file-problem";
import { errorsOf, warningsOf } from "./problem-data";

/** A problem as people read it: `orders.yaml: FM012 functions.enrich.output.topic: what is wrong. What to write instead.` */
export function problemLine(problem: FileProblem): string {
  const { file, line, component, severity } = problem;
  const text = `${severity === "warning" ? "warning: " : ""}${problemText(problem)}`;
  // A fault in YAML has the file in its path, where editors find it.
  if (problem.path === file || problem.path.startsWith(`${file}:`)) return text;
  const place = line === undefined ? file : `${file}:${line}`;
  return `${place}:${component === undefined ? "" : ` ${component}:`} ${text}`;
}

/** Errors first: they are what somebody has to mend. */
export const problemLines = (problems: readonly FileProblem[]): string =>
  [...errorsOf(problems), ...warningsOf(problems)].map((problem) => `${problemLine(problem)}\n`).join("");
