import { argumentPath } from "../argument-path";
import type { FunctionPlan, SinkPlan } from "../plan";
import { isKnown } from "../unknown";
import { readTopicName } from "../topic-name";
import type { CheckedMesh, Finding, Rule } from "./rule";

/** FM031 */
export const effectivelyOnce: Rule = {
  code: "FM031",
  severity: "error",
  inManifests: "warning",
  title: "Effectively-once has what it needs",
  description:
    "The broker drops repeated messages only where deduplication is on, and repeats can be told only in an ordered stream of a persistent topic: nothing may be delivered again out of turn, so there is no time limit, no retry and no acknowledgement by hand. The Python instance refuses to start with several inputs or without an output, and the Go instance refuses it altogether.",
  check: (mesh) =>
    mesh.plan.members.flatMap((member) =>
      member.kind === "source" || member.spec.processingGuarantee !== "effectively_once"
        ? []
        : [...exclusions(member), ...topicFindings(mesh, member)],
    ),
};

/** What does not go with effectively-once, at the field that says it. */
function exclusions({ path, spec }: FunctionPlan | SinkPlan): readonly Finding[] {
  const fault = (field: keyof typeof spec, operators: boolean): Finding => ({
    path: argumentPath(path, field),
    ...(operators ? { inManifests: "error" } : {}),
    message: "does not go with effectively_once",
    help: `leave \`${field}\` out, or use atleast_once`,
  });
  const isPositive = (value: unknown): boolean => isKnown(value) && typeof value === "number" && value > 0;
  const keyOrdering: Finding = {
    path: argumentPath(path, "processingGuarantee"),
    inManifests: "error",
    message: "effectively_once does not go with `retainKeyOrdering`",
    help: "leave `retainKeyOrdering` out",
  };
  return [
    ...(spec.retainKeyOrdering === true ? [keyOrdering] : []),
    ...(isKnown(spec.timeout) && (spec.timeout ?? 0) !== 0 ? [fault("timeout", true)] : []),
    ...(isPositive(spec.maxMessageRetry) ? [fault("maxMessageRetry", true)] : []),
    ...(spec.autoAck === false ? [fault("autoAck", false)] : []),
  ];
}

function topicFindings(mesh: CheckedMesh, member: FunctionPlan | SinkPlan): readonly Finding[] {
  const path = argumentPath(member.path, "processingGuarantee");
  const fault = (message: string, help: string): Finding => ({ path, message: `effectively_once ${message}`, help });
  const uses = [...member.reads, ...(member.writes === undefined ? [] : [member.writes])];
  return [
    ...uses
      .filter(({ persistent }) => !persistent)
      .map(({ name }) => fault(`is impossible with "${name}", which is not persistent`, "use a persistent topic")),
    ...(member.kind === "function" &&
    member.runtime === "python" &&
    (member.reads.length !== 1 || member.writes === undefined)
      ? [
          fault(
            "in Python needs exactly one input topic and an output",
            "read one topic and write one, or use atleast_once",
          ),
        ]
      : []),
    ...(member.runtime === "golang"
      ? [fault("stops the instance of a function in Go at once", "use atleast_once")]
      : withoutDeduplication(mesh, member).map((namespace) =>
          fault(`needs deduplication in ${namespace}`, `set namespaces["${namespace}"].deduplication to true`),
        )),
  ];
}

/** The namespace of the output, where the mesh owns it and deduplication is not on. */
function withoutDeduplication({ spec, home }: CheckedMesh, { writes }: FunctionPlan | SinkPlan): readonly string[] {
  if (writes === undefined || !isKnown(writes.name)) return [];
  const reading = readTopicName(writes.name, home);
  if (reading.kind === "malformed") return [];
  const namespace = `${reading.name.tenant}/${reading.name.pulsarNamespace}`;
  const owned = Object.hasOwn(spec.namespaces ?? {}, namespace) ? spec.namespaces?.[namespace] : undefined;
  return owned === undefined || owned.deduplication === true || !isKnown(owned.deduplication) ? [] : [namespace];
}
