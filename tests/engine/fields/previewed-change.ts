import type { Effect } from "../../../provider/model/effects";
import { resourceText } from "../harness/steps";
import type { PreviewStep } from "../harness/stack";

/** What a preview tells of a member's instances, in the words of effects. */
export function previewedChange(steps: readonly PreviewStep[]): Effect {
  const ofType = (type: RegExp): readonly PreviewStep[] => steps.filter(({ urn }) => type.test(resourceText(urn)));
  const workload = ofType(/^apps\/v1:StatefulSet /);
  if (workload.some(({ op }) => op !== "update")) return "replace";
  if (ofType(/^pulsar:Subscription /).some(({ op }) => op !== "update")) return "drain";
  if (differing(workload).some((path) => path.startsWith("spec.template"))) return "roll";
  const scaling = [...workload, ...ofType(/^autoscaling\/|^keda\.sh\/|^Rollout /)];
  const isScaled =
    scaling.some(({ op, urn }) => op !== "update" && !/Rollout/.test(urn)) || differing(scaling).some(isAboutNumbers);
  return isScaled ? "scale" : "none";
}

const differing = (steps: readonly PreviewStep[]): readonly string[] =>
  steps.flatMap(({ detailedDiff }) => Object.keys(detailedDiff ?? {}));

const isAboutNumbers = (path: string): boolean =>
  /^(spec\.)?(replicas|minReplicas|maxReplicas|metrics|minReplicaCount|maxReplicaCount)\b|MsgBacklogThreshold$|msgBacklogThreshold$/.test(
    path,
  );
