import { argumentPath } from "../argument-path";
import type { PulsarLimitsSpec } from "../pulsar-cluster";
import { sortedEntries } from "../sorted-entries";
import { isKnown } from "../unknown";
import { fieldsAt, type StatedField } from "./fields-at";
import type { CheckedMesh, Finding, Rule } from "./rule";

/** FM074 */
export const numbers: Rule = {
  code: "FM074",
  severity: "error",
  inManifests: "warning",
  title: "Numbers are in range",
  description: "Counts and times are whole numbers that Kubernetes and Pulsar accept.",
  check: (mesh) => [
    ...mesh.plan.members.flatMap(({ spec, path }) => findings(memberRows, spec, path)),
    ...sortedEntries(mesh.spec.topics).flatMap(([key, topic]) =>
      findings(topicRows, topic, argumentPath("topics", key)),
    ),
    ...namespaceFindings(mesh),
    ...sortedEntries(mesh.spec.pulsar).flatMap(([key, { limits }]) =>
      limitFindings(limits, argumentPath("pulsar", key, "limits")),
    ),
  ],
};

interface Row {
  readonly steps: readonly string[];
  readonly least: number;
  /** The operator refuses others as well. */
  readonly isRefused: boolean;
}

const row = (field: string, least: number, isRefused = false): Row => ({ steps: field.split("."), least, isRefused });

const memberRows: readonly Row[] = [
  row("replicas", 0, true),
  row("pod.terminationGracePeriodSeconds", 0),
  row("rollout.timeoutSeconds", 1),
  row("autoscaling.backlog.messagesPerInstance", 1),
  row("autoscaling.backlog.activationMessages", 0),
  row("autoscaling.backlog.pollingIntervalSeconds", 1),
  row("autoscaling.backlog.cooldownSeconds", 0),
  row("output.producerConf.maxPendingMessages", 0),
  row("output.producerConf.maxPendingMessagesAcrossPartitions", 0),
  row("timeout", 0),
  row("negativeAckRedeliveryDelayMs", 0),
  row("input.sourceSpecs.*.receiverQueueSize", 0, true),
  row("maxPendingAsyncRequests", 1),
];

/** Of namespaces and topics. */
const policyRows: readonly Row[] = [
  row("retention.minutes", -1),
  row("backlogQuota.messageAge.limitSeconds", -1),
  row("messageTtlSeconds", 0),
  row("deduplicationSnapshotIntervalSeconds", 0),
  row("maxProducersPerTopic", 0),
  row("maxConsumersPerTopic", 0),
  row("maxConsumersPerSubscription", 0),
  row("maxSubscriptionsPerTopic", 0),
  row("maxUnackedMessagesPerConsumer", 0),
  row("maxUnackedMessagesPerSubscription", 0),
];

const topicRows: readonly Row[] = [row("partitions", 0), row("partitionLimit", 1), ...policyRows];

const limitRows: readonly Row[] = [
  row("callTimeoutSeconds", 1),
  row("totalTimeoutSeconds", 1),
  row("parallelCalls", 1),
];

/** What is wrong with the limits of Pulumi's own calls. */
export const limitFindings = (limits: PulsarLimitsSpec | undefined, path: string): readonly Finding[] =>
  findings(limitRows, limits, path);

const namespaceRows: readonly Row[] = [
  ...policyRows,
  row("maxTopicsPerNamespace", 0),
  row("subscriptionExpirationMinutes", 0),
];

const namespaceFindings = ({ spec }: CheckedMesh): readonly Finding[] =>
  sortedEntries(spec.namespaces).flatMap(([key, namespace]) =>
    findings(namespaceRows, namespace, argumentPath("namespaces", key)),
  );

const findings = (rows: readonly Row[], value: unknown, base: string): readonly Finding[] =>
  rows.flatMap((each) => fieldsAt(value, base, each.steps).flatMap((field) => numberFinding(each, field)));

function numberFinding({ least, isRefused }: Row, { path, value }: StatedField): readonly Finding[] {
  if (!isKnown(value)) return [];
  if (typeof value === "number" && Number.isInteger(value) && value >= least) return [];
  const help = `write a whole number, ${least} or more`;
  return [{ path, ...(isRefused ? { inManifests: "error" } : {}), message: `is ${String(value)}`, help }];
}
