import { argumentPath } from "../argument-path";
import type { MemberPlan } from "../plan";
import { sortedEntries } from "../sorted-entries";
import { isKnown } from "../unknown";
import type { CheckedMesh, Finding, Rule } from "./rule";

/** FM074 */
export const numbers: Rule = {
  code: "FM074",
  severity: "error",
  inManifests: "warning",
  title: "Numbers are in range",
  description: "Counts and times are whole numbers that Kubernetes and Pulsar accept.",
  check: (mesh) => [...mesh.plan.members.flatMap(memberNumbers), ...meshNumbers(mesh)].flatMap(numberFinding),
};

interface Stated {
  readonly path: string;
  readonly value: unknown;
  readonly least: number;
  /** The operator, or Kubernetes, refuses others as well. */
  readonly isRefused?: boolean;
}

function memberNumbers(member: MemberPlan): readonly Stated[] {
  const { spec } = member;
  const at = (...steps: readonly string[]): string => argumentPath(member.path, ...steps);
  const backlog = spec.autoscaling?.backlog;
  const producer = member.kind === "sink" ? undefined : member.spec.output?.producerConf;
  return [
    { path: at("replicas"), value: spec.replicas, least: 0, isRefused: true },
    {
      path: at("pod", "terminationGracePeriodSeconds"),
      value: spec.pod?.terminationGracePeriodSeconds,
      least: 0,
    },
    { path: at("rollout", "timeoutSeconds"), value: spec.rollout?.timeoutSeconds, least: 1 },
    { path: at("autoscaling", "backlog", "messagesPerInstance"), value: backlog?.messagesPerInstance, least: 1 },
    { path: at("autoscaling", "backlog", "activationMessages"), value: backlog?.activationMessages, least: 0 },
    { path: at("autoscaling", "backlog", "pollingIntervalSeconds"), value: backlog?.pollingIntervalSeconds, least: 1 },
    { path: at("autoscaling", "backlog", "cooldownSeconds"), value: backlog?.cooldownSeconds, least: 0 },
    {
      path: at("output", "producerConf", "maxPendingMessages"),
      value: producer?.maxPendingMessages,
      least: 0,
    },
    {
      path: at("output", "producerConf", "maxPendingMessagesAcrossPartitions"),
      value: producer?.maxPendingMessagesAcrossPartitions,
      least: 0,
    },
    ...(member.kind === "source" ? [] : readerNumbers(member, at)),
    ...(member.kind === "function"
      ? [{ path: at("maxPendingAsyncRequests"), value: member.spec.maxPendingAsyncRequests, least: 1 }]
      : []),
  ];
}

function readerNumbers(
  { spec }: Exclude<MemberPlan, { readonly kind: "source" }>,
  at: (...steps: readonly string[]) => string,
): readonly Stated[] {
  return [
    { path: at("timeout"), value: spec.timeout, least: 0 },
    { path: at("negativeAckRedeliveryDelayMs"), value: spec.negativeAckRedeliveryDelayMs, least: 0 },
    { path: at("maxMessageRetry"), value: spec.maxMessageRetry, least: 0 },
    ...Object.entries(spec.input?.sourceSpecs ?? {}).map(([topic, { receiverQueueSize }]) => ({
      path: at("input", "sourceSpecs", topic, "receiverQueueSize"),
      value: receiverQueueSize,
      least: 0,
      isRefused: true,
    })),
  ];
}

const meshNumbers = ({ spec }: CheckedMesh): readonly Stated[] => [
  ...sortedEntries(spec.topics).map(([key, topic]) => ({
    path: argumentPath("topics", key, "partitions"),
    value: topic.partitions,
    least: 0,
  })),
  ...sortedEntries(spec.namespaces).flatMap(([key, namespace]): readonly Stated[] => [
    { path: argumentPath("namespaces", key, "messageTtlSeconds"), value: namespace.messageTtlSeconds, least: 0 },
    { path: argumentPath("namespaces", key, "retention", "minutes"), value: namespace.retention?.minutes, least: -1 },
  ]),
];

function numberFinding({ path, value, least, isRefused }: Stated): readonly Finding[] {
  if (value === undefined || !isKnown(value)) return [];
  if (typeof value === "number" && Number.isInteger(value) && value >= least) return [];
  const help = `write a whole number, ${least} or more`;
  return [{ path, ...(isRefused === true ? { inManifests: "error" } : {}), message: `is ${String(value)}`, help }];
}
