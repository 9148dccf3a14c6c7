import { claimFindings } from "./kubernetes-claims";
import { environmentFindings, sharedVariableFindings } from "./kubernetes-environment";
import { labelFindings } from "./kubernetes-labels";
import { objectFindings } from "./kubernetes-objects";
import { podFindings } from "./kubernetes-pods";
import { instanceProbeFindings } from "./kubernetes-probes";
import { referenceFindings } from "./kubernetes-references";
import { resourceFindings, sharedResourceFindings } from "./kubernetes-resources";
import { scalingFindings } from "./kubernetes-scaling";
import { sidecarFindings } from "./kubernetes-sidecars";
import { volumeFindings } from "./kubernetes-volumes";
import type { Rule } from "./rule";

const memberChecks = [
  environmentFindings,
  referenceFindings,
  volumeFindings,
  claimFindings,
  sidecarFindings,
  instanceProbeFindings,
  scalingFindings,
  resourceFindings,
] as const;

/** FM070 */
export const kubernetesLimits: Rule = {
  code: "FM070",
  severity: "error",
  inManifests: "error",
  title: "Kubernetes takes what follows from the arguments",
  description:
    "Labels, environment variables, containers, images, volumes, probes, tolerations, affinities, names, sizes and quantities that the API server would refuse, or accept and never start a pod for.",
  check: (mesh) => [
    ...objectFindings(mesh),
    ...labelFindings(mesh),
    ...podFindings(mesh),
    ...sharedVariableFindings(mesh),
    ...sharedResourceFindings(mesh),
    ...mesh.plan.members.flatMap((member) => memberChecks.flatMap((check) => check(member, mesh))),
  ],
};
