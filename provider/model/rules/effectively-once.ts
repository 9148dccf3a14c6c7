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
    "The broker drops repeated messages only where deduplication is on, and repeats can be told only in an ordered stream of a persistent topic. The Python instance refuses to start with several inputs or without an output.",
  check: (mesh) =>
    mesh.plan.members.flatMap((member) =>
      member.kind === "source" || member.spec.processingGuarantee !== "effectively_once"
        ? []
        : memberFindings(mesh, member),
    ),
};

function memberFindings(mesh: CheckedMesh, member: FunctionPlan | SinkPlan): readonly Finding[] {
  const path = argumentPath(member.path, "processingGuarantee");
  const fault = (message: string, help: string): Finding => ({ path, message: `effectively_once ${message}`, help });
  const uses = [...member.reads, ...(member.writes === undefined ? [] : [member.writes])];
  return [
    ...(member.spec.retainKeyOrdering === true
      ? [fault("does not go with `retainKeyOrdering`", "leave `retainKeyOrdering` out")]
      : []),
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
    ...withoutDeduplication(mesh, member).map((namespace) =>
      fault(`needs deduplication in ${namespace}`, `set namespaces["${namespace}"].deduplication to true`),
    ),
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
