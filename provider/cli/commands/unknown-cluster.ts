import { nearest } from "../../model/nearest";
import type { FileProblem } from "../input/file-problem";
import type { PlannedPart } from "../input/plan-input";

/** What is wrong with asking for a Kubernetes cluster that none of the files speaks of: nothing would be printed for it. */
export function unknownCluster(cluster: string, parts: readonly PlannedPart[]): readonly FileProblem[] {
  const keys = [...new Set(parts.flatMap(({ plan }) => plan.kubernetesClusters.map(({ key }) => key)))];
  const [first] = parts;
  if (first === undefined || keys.includes(cluster)) return [];
  const guess = nearest(cluster, keys);
  return [
    {
      code: "FM002",
      severity: "error",
      file: first.file,
      path: "--cluster",
      message: `"${cluster}" is no entry of \`kubernetes\``,
      help:
        guess === undefined ? `write one of ${keys.join(", ")}` : `did you mean ${guess}? There are ${keys.join(", ")}`,
    },
  ];
}
