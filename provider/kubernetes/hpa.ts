import type { AutoscalingSpec } from "../model/autoscaling";
import type { MetricSpec } from "../model/kubernetes-types";
import { joinedLists } from "../model/merged";
import { autoscalerOf } from "../model/replicas";
import { namedMetadata } from "./labels";
import type { HorizontalPodAutoscaler } from "./manifest";
import type { PlaceObjects } from "./place-objects";
import { workloadReference } from "./workload-reference";

/** Percent of the CPU request that instances are held at where no target is stated. */
const defaultCpu = 80;

/**
 * KEDA's admission webhook refuses a ScaledObject whose workload has an HPA, and when a member goes over to KEDA this one is deleted
 * after that one is made. Until then both stand still: the HPA controller scales nothing that two of them lay claim to.
 */
const givesWayToKeda = { "validations.keda.sh/hpa-ownership": "false" };

/** Lets the number of instances follow their load; undefined for a member that is not scaled by it. */
export function renderHpa(target: PlaceObjects): HorizontalPodAutoscaler | undefined {
  const { member, place } = target;
  const { autoscaling } = member.spec;
  if (autoscaling === undefined || autoscalerOf(member, place) !== "hpa") return undefined;
  const { minReplicas = 1, maxReplicas, behavior } = autoscaling;
  return {
    apiVersion: "autoscaling/v2",
    kind: "HorizontalPodAutoscaler",
    metadata: { ...namedMetadata(target, place.objectName), annotations: givesWayToKeda },
    spec: {
      scaleTargetRef: workloadReference(target),
      minReplicas,
      maxReplicas,
      metrics: metricsOf(autoscaling),
      ...(behavior === undefined ? {} : { behavior }),
    },
  };
}

function metricsOf({ cpu, memory, metrics }: AutoscalingSpec): readonly MetricSpec[] {
  const stated = joinedLists(utilization("cpu", cpu), utilization("memory", memory), metrics);
  return stated.length === 0 ? utilization("cpu", defaultCpu) : stated;
}

const utilization = (name: "cpu" | "memory", percent: number | undefined): readonly MetricSpec[] =>
  percent === undefined
    ? []
    : [{ type: "Resource", resource: { name, target: { type: "Utilization", averageUtilization: percent } } }];
