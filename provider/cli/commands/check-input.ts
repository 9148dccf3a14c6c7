import { missingKubeconfigs } from "../../pulumi/components/kubeconfigs";
import { codeProblems } from "../input/code-problems";
import type { FileProblem } from "../input/file-problem";
import { type InputOptions, planInput, type PlannedPart } from "../input/plan-input";
import type { Terminal } from "../terminal";

/** Everything wrong with what some files say, connections aside that are left out as a whole. */
export function checkInput(
  files: readonly string[],
  terminal: Pick<Terminal, "read" | "schema">,
  options: InputOptions = {},
): readonly FileProblem[] {
  const { parts, problems } = planInput(files, terminal, options);
  return [...problems, ...parts.flatMap(connectionProblems), ...codeProblems(parts)];
}

/** A single Kubernetes cluster may be the one of the provider in the component's options, which no file knows. */
const connectionProblems = ({ plan, placed, isFromManifests }: PlannedPart): readonly FileProblem[] =>
  isFromManifests ? [] : missingKubeconfigs(plan, true).map(placed);
