import { argumentPath } from "../argument-path";
import { type DecidePolicy, decidedPolicies } from "../decided-policy";
import type { FunctionPlan, MemberPlan, SinkPlan } from "../plan";
import { isKnown } from "../unknown";
import { asksForOnce } from "./asks-for-once";
import type { CheckedMesh, Finding, Rule } from "./rule";
import { lacksInputs, lacksOutput } from "./stated-topics";

/** FM031 */
export const effectivelyOnce: Rule = {
  code: "FM031",
  severity: "error",
  inManifests: "warning",
  title: "Effectively-once has what it needs",
  description:
    "The broker drops repeated messages only where deduplication is on, for the topic or else for its namespace, and repeats can be told only in an ordered stream of a persistent topic: nothing may be delivered again out of turn, so there is no time limit, no retry, no dead-letter topic and no acknowledgement by hand. The Python instance refuses to start with several inputs or without an output, and the Go instance refuses it altogether.",
  check: (mesh) => {
    const members = mesh.plan.members.filter(asksForOnce);
    if (members.length === 0) return [];
    const decide = decidedPolicies(mesh);
    return members.flatMap((member) => [
      ...(member.kind === "source" ? [] : exclusions(member)),
      ...topicFindings(mesh, member),
      ...deduplicationFindings(decide, member),
    ]);
  },
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
  // Without tries the topic says alone that messages are to be tried again; with them it goes when they do.
  const hasTopic = spec.deadLetterTopic !== undefined && spec.deadLetterTopic !== "";
  const retryFindings = isPositive(spec.maxMessageRetry)
    ? [fault("maxMessageRetry", true)]
    : hasTopic && isKnown(spec.maxMessageRetry)
      ? [fault("deadLetterTopic", true)]
      : [];
  const keyOrdering: Finding = {
    path: argumentPath(path, "processingGuarantee"),
    inManifests: "error",
    message: "effectively_once does not go with `retainKeyOrdering`",
    help: "leave `retainKeyOrdering` out",
  };
  return [
    ...(spec.retainKeyOrdering === true ? [keyOrdering] : []),
    ...(isKnown(spec.timeout) && (spec.timeout ?? 0) !== 0 ? [fault("timeout", true)] : []),
    ...retryFindings,
    ...(spec.autoAck === false ? [fault("autoAck", false)] : []),
  ];
}

function topicFindings(mesh: CheckedMesh, member: MemberPlan): readonly Finding[] {
  const fault = faultOf(member);
  const uses = [...member.reads, ...(member.writes === undefined ? [] : [member.writes])];
  const isPython = member.kind === "function" && member.runtime === "python";
  return [
    ...uses
      .filter(({ persistent }) => !persistent)
      .map(({ name }) => fault(`is impossible with "${name}", which is not persistent`, "use a persistent topic")),
    ...(isPython &&
    !lacksInputs(mesh, member) &&
    !lacksOutput(mesh, member) &&
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
      : []),
  ];
}

const faultOf =
  ({ path }: MemberPlan) =>
  (message: string, help: string): Finding => ({
    path: argumentPath(path, "processingGuarantee"),
    message: `effectively_once ${message}`,
    help,
  });

/** Of the output, where the mesh decides about it: at the entry that says no, or else at the member. */
function deduplicationFindings(decide: DecidePolicy, member: MemberPlan): readonly Finding[] {
  const { writes, runtime } = member;
  if (writes === undefined || !writes.persistent || runtime === "golang") return [];
  const decided = decide(writes.name, "deduplication");
  if (decided === undefined || decided.value === true || !isKnown(decided.value)) return [];
  const help = `set ${decided.path} to true`;
  if (decided.value === undefined) return [faultOf(member)(`needs deduplication of "${writes.name}"`, help)];
  const who = member.path || member.name;
  const message = `is false, and ${who} writes "${writes.name}" with effectively_once`;
  return [{ path: decided.path, message, help: "set it to true, or use atleast_once" }];
}
