import type { AutoscalingSpec, BacklogScalingSpec } from "../model/autoscaling";
import type { TopicUse } from "../model/plan";
import { plannedTopic } from "../model/planned-topic";
import { autoscalerOf } from "../model/replicas";
import { isKnown } from "../model/unknown";
import { namedMetadata } from "./labels";
import type { ScaledObject, ScaledObjectTrigger } from "./manifest";
import type { PlaceObjects } from "./place-objects";
import { triggerCredential } from "./trigger-authentication";
import { workloadReference } from "./workload-reference";

/** KEDA's own. With another least number messages below it would wait for ever. */
const defaults = { messagesPerInstance: 10, activationMessages: 0 } as const;

/** Scales to 0 and then leaves it there: KEDA's way to pause. */
const pausedAnnotation = { "autoscaling.keda.sh/paused-replicas": "0" };

/** Lets the number of instances follow the backlog of the member's subscription; undefined for a member that is not scaled by it. */
export function renderScaledObject(target: PlaceObjects): ScaledObject | undefined {
  const { member, place } = target;
  const { autoscaling, paused } = member.spec;
  if (autoscaling?.backlog === undefined || autoscalerOf(member, place) !== "keda") return undefined;
  const metadata = namedMetadata(target, place.objectName);
  const { backlog } = autoscaling;
  return {
    apiVersion: "keda.sh/v1alpha1",
    kind: "ScaledObject",
    metadata: paused === true ? { ...metadata, annotations: pausedAnnotation } : metadata,
    spec: {
      scaleTargetRef: workloadReference(target),
      ...paceOf(backlog),
      ...boundsOf(autoscaling),
      // KEDA takes the largest of what its triggers ask for.
      triggers: member.reads.filter(({ persistent }) => persistent).map((use) => triggerOf(target, backlog, use)),
    },
  };
}

const paceOf = ({ pollingIntervalSeconds, cooldownSeconds }: BacklogScalingSpec): Partial<ScaledObject["spec"]> => ({
  ...(pollingIntervalSeconds === undefined ? {} : { pollingInterval: pollingIntervalSeconds }),
  ...(cooldownSeconds === undefined ? {} : { cooldownPeriod: cooldownSeconds }),
});

// KEDA scales to 0 unless it is told a least number.
const boundsOf = ({ minReplicas = 1, maxReplicas }: AutoscalingSpec) => ({
  minReplicaCount: minReplicas,
  maxReplicaCount: maxReplicas,
});

function triggerOf(target: PlaceObjects, backlog: BacklogScalingSpec, { name }: TopicUse): ScaledObjectTrigger {
  const { messagesPerInstance, activationMessages } = { ...defaults, ...backlog };
  const credential = triggerCredential(target);
  return {
    type: "pulsar",
    metadata: {
      adminURL: adminUrlOf(target),
      topic: name,
      subscription: target.member.subscription ?? "",
      isPartitionedTopic: String(isPartitioned(target, name)),
      msgBacklogThreshold: String(messagesPerInstance),
      activationMsgBacklogThreshold: String(activationMessages),
      ...(credential === undefined ? {} : { authModes: credential.modes }),
      ...backlog.authentication?.settings,
    },
    ...(credential === undefined ? {} : { authenticationRef: { name: credential.triggerAuthentication } }),
  };
}

/** As seen from pods. KEDA puts a path behind it, and brokers know none that begins with two slashes. */
function adminUrlOf({ plan, place }: PlaceObjects): string {
  const spec = plan.pulsarClusters.find(({ key }) => key === place.pulsarCluster)?.spec;
  const url = spec?.webServiceUrl ?? spec?.adminUrl ?? "";
  return isKnown(url) ? url.replace(/\/+$/, "") : url;
}

/** The statistics of a partitioned topic stand elsewhere. Of another's topic it is only known where it is stated. */
function isPartitioned({ plan, place }: PlaceObjects, name: string): boolean {
  const partitions = plannedTopic(plan, place.pulsarCluster, name)?.spec.partitions ?? 0;
  return !isKnown(partitions) || partitions > 0;
}
