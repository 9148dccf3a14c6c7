import type { KubernetesClusterSpec } from "../kubernetes-cluster";
import type { MemberPlan } from "../plan";
import type { PulsarClusterSpec } from "../pulsar-cluster";
import type { SettledFields } from "./settled-fields";

/**
 * What fields are that are left out, where stating it so makes no object other than it was. Of other defaults an instance is told only
 * what is stated, so that stating one restarts it. A test holds these against the objects and against the documented defaults.
 */
export const memberDefaults: SettledFields = {
  subscriptionPosition: "earliest",
  replicateSubscriptionState: false,
  paused: false,
  retainOrdering: false,
  retainKeyOrdering: false,
  maxMessageRetry: 0,
  showPreciseParallelism: false,
  skipToLatest: false,
  forwardSourceMessageProperty: true,
  filebeatImage: "streamnative/filebeat:v0.6.0",
  "rollout.timeoutSeconds": 300,
  "rollout.attachment": true,
  "rollout.replaceOnRoll": false,
  "pod.disableDefaultAffinity": false,
  "java.instancePath": "/pulsar/instances/java-instance.jar",
  "java.entryClass": "org.apache.pulsar.functions.instance.JavaInstanceMain",
  "autoscaling.minReplicas": 1,
  "autoscaling.backlog.messagesPerInstance": 10,
  "autoscaling.backlog.activationMessages": 0,
  "windowConfig.maxLagMs": 0,
  "windowConfig.watermarkEmitIntervalMs": 1000,
  "persistentVolumeClaimRetentionPolicy.whenDeleted": "Retain",
  "persistentVolumeClaimRetentionPolicy.whenScaled": "Retain",
};

const javaText = "java.lang.String";

/** Those of a member, of which some follow from what it is and states besides. */
export function defaultsOf(member: MemberPlan): SettledFields {
  const { kind, runtime, origin } = member;
  // Instances of manifests are told what these state.
  if (origin !== undefined) return { ...memberDefaults, ...manifestDefaults, ...windowDefaults(member) };
  const readsJava = runtime === "java" && kind !== "source" ? { "input.typeClassName": javaText } : {};
  const writesJava = runtime === "java" && kind === "function" ? { "output.typeClassName": javaText } : {};
  return {
    ...memberDefaults,
    logTopicAgent: kind === "function" ? "runtime" : "sidecar",
    ...readsJava,
    ...writesJava,
    ...(hasPattern(member) ? {} : { cleanupSubscription: true }),
    ...scalingDefaults(member),
    ...windowDefaults(member),
  };
}

const manifestDefaults = { cleanupSubscription: false };

const hasPattern = ({ inputs }: MemberPlan): boolean => inputs.some(({ consumer }) => consumer.isRegexPattern === true);

/** The processor's use counts where nothing else does. */
function scalingDefaults({ spec: { autoscaling } }: MemberPlan): SettledFields {
  const isOther = [autoscaling?.memory, autoscaling?.backlog, autoscaling?.metrics].some((each) => each !== undefined);
  return isOther ? {} : { "autoscaling.cpu": 80 };
}

/** A window slides by its own length. */
function windowDefaults(member: MemberPlan): SettledFields {
  const window = member.kind === "function" ? member.spec.windowConfig : undefined;
  const { windowLengthCount: count, windowLengthDurationMs: duration } = window ?? {};
  return {
    ...(count === undefined ? {} : { "windowConfig.slidingIntervalCount": count }),
    ...(duration === undefined ? {} : { "windowConfig.slidingIntervalDurationMs": duration }),
  };
}

const rates = ["dispatchRate", "subscriptionDispatchRate", "replicatorDispatchRate"] as const;

/** Of topics, namespaces and tenants. */
export const settingDefaults: SettledFields = {
  onExisting: "adoptIfEqual",
  deleteWhileInactive: false,
  partitionLimit: 5000,
  ...Object.fromEntries(
    rates.flatMap((rate) => [
      [`${rate}.periodSeconds`, 1],
      [`${rate}.relativeToPublishRate`, false],
    ]),
  ),
  "subscribeRate.periodSeconds": 30,
};

/** Settings that are told in parts. */
export const settingDepths: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...rates, "subscribeRate", "publishRate", "retention"].map((setting) => [setting, 1])),
  backlogQuota: 2,
};

/** Of an entry of `pulsar`. */
export const pulsarDefaults = (key: string, { adminUrl, serviceUrl }: PulsarClusterSpec): SettledFields => ({
  clusterName: key,
  ...tlsDefaults("tls"),
  ...tlsDefaults("instanceTls"),
  "limits.callTimeoutSeconds": 30,
  "limits.totalTimeoutSeconds": 120,
  "limits.parallelCalls": 16,
  "peerUrls.web": adminUrl,
  ...(serviceUrl === undefined ? {} : { "peerUrls.broker": serviceUrl }),
});

const tlsDefaults = (name: string) => ({ [`${name}.allowInsecure`]: false, [`${name}.verifyHostname`]: true });

/** Of an entry of `kubernetes`. */
export const kubernetesDefaults = { createNamespace: false, abandon: false } satisfies Partial<KubernetesClusterSpec>;
