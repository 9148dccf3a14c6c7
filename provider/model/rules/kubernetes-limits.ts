import { containerFindings } from "./kubernetes-container";
import { labelFindings } from "./kubernetes-labels";
import { objectFindings } from "./kubernetes-objects";
import { resourceFindings } from "./kubernetes-resources";
import type { Rule } from "./rule";

/** FM070 */
export const kubernetesLimits: Rule = {
  code: "FM070",
  severity: "error",
  inManifests: "error",
  title: "Kubernetes takes what follows from the arguments",
  description:
    "Labels, environment variables, volumes, names, sizes and quantities that the API server would refuse, or accept and never start a pod for.",
  check: (mesh) => [
    ...objectFindings(mesh),
    ...mesh.plan.members.flatMap((member) => [
      ...labelFindings(member),
      ...containerFindings(member),
      ...resourceFindings(member),
    ]),
  ],
};
