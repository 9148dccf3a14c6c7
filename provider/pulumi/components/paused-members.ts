import { argumentPath } from "../../model/argument-path";
import type { MeshPlan } from "../../model/plan";
import type { Problem } from "../../model/problem";
import { isPausedByHand } from "../../model/replicas";

/**
 * A member that a HorizontalPodAutoscaler scales is brought to 0 and back by its Rollout, which needs a kubeconfig to look into
 * the cluster. A 0 in the manifest would pause it as well, but for ever: that autoscaler sleeps at 0, and the engine leaves the
 * number alone.
 */
export function pausedWithoutKubeconfig({ members, kubernetesClusters }: MeshPlan): readonly Problem[] {
  const handedOver = new Set(
    kubernetesClusters
      .filter(({ spec }) => spec.kubeconfig === undefined && spec.abandon !== true)
      .map(({ key }) => key),
  );
  return members.flatMap((member): readonly Problem[] => {
    const place = member.places.find((each) => handedOver.has(each.cluster) && isPausedByHand(member, each));
    if (place === undefined) return [];
    const kubeconfig = argumentPath("kubernetes", place.cluster, "kubeconfig");
    return [
      {
        code: "FM082",
        severity: "error",
        path: argumentPath(member.path, "paused"),
        message:
          "is true for a member that a HorizontalPodAutoscaler scales, which nobody can pause without a kubeconfig",
        help: `state ${kubeconfig} in place of the kubernetes provider of the component's options`,
      },
    ];
  });
}
