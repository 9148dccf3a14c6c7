import { argumentPath } from "../argument-path";
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
  check: (mesh) => stated(mesh).flatMap(([path, value, least]) => numberFinding(path, value, least)),
};

/** Path, value and least value of a number. */
type Stated = readonly [path: string, value: unknown, least: number];

function stated({ plan, spec }: CheckedMesh): readonly Stated[] {
  return [
    ...plan.members.flatMap(({ path, spec: member }): readonly Stated[] => [
      [argumentPath(path, "replicas"), member.replicas, 0],
      [argumentPath(path, "pod", "terminationGracePeriodSeconds"), member.pod?.terminationGracePeriodSeconds, 0],
      [argumentPath(path, "rollout", "timeoutSeconds"), member.rollout?.timeoutSeconds, 1],
    ]),
    ...sortedEntries(spec.topics).map(([key, topic]): Stated => [
      argumentPath("topics", key, "partitions"),
      topic.partitions,
      0,
    ]),
    ...sortedEntries(spec.namespaces).flatMap(([key, namespace]): readonly Stated[] => [
      [argumentPath("namespaces", key, "messageTtlSeconds"), namespace.messageTtlSeconds, 0],
      [argumentPath("namespaces", key, "retention", "minutes"), namespace.retention?.minutes, -1],
    ]),
  ];
}

function numberFinding(path: string, value: unknown, least: number): readonly Finding[] {
  if (value === undefined || !isKnown(value)) return [];
  if (typeof value === "number" && Number.isInteger(value) && value >= least) return [];
  return [{ path, message: `is ${String(value)}`, help: `write a whole number, ${least} or more` }];
}
