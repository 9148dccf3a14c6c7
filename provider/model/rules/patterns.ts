import type { MemberPlan } from "../plan";
import { isKnown } from "../unknown";
import { matches, type MemberPattern, memberPatterns } from "./member-patterns";
import type { CheckedMesh, Finding, Rule } from "./rule";

/** FM014 */
export const patterns: Rule = {
  code: "FM014",
  severity: "error",
  inManifests: "warning",
  title: "Patterns are expressions that find topics",
  description:
    "A pattern is a valid regular expression. One that matches no topic of the mesh is probably mistyped, and one that finds a topic which another member reads by the same subscription takes messages from it (warnings).",
  check: (mesh) =>
    mesh.plan.members.flatMap((member) =>
      memberPatterns(member).flatMap((each) => patternFindings(mesh, member, each)),
    ),
};

function patternFindings(mesh: CheckedMesh, member: MemberPlan, each: MemberPattern): readonly Finding[] {
  const { path, text, pattern } = each;
  if (pattern.kind === "malformed") {
    const help = "write it as Java does, such as persistent://<tenant>/<namespace>/clicks-.*";
    return [{ path, message: `"${text}" is not a regular expression: ${pattern.reason}`, help }];
  }
  return pattern.kind === "foreign" ? [] : [...unmatched(mesh, each), ...overlapping(mesh, member, each)];
}

function unmatched({ plan, single, origins }: CheckedMesh, each: MemberPattern): readonly Finding[] {
  // Topics that manifests find are others' as a rule, and nowhere is said so.
  if (single || origins !== undefined || plan.topics.some(({ name }) => !isKnown(name) || matches(each, name)))
    return [];
  return [
    {
      path: each.path,
      severity: "warning",
      message: `"${each.text}" matches no topic of the mesh`,
      help: "check the expression, or add the topics of others to `topics` with `external: true`",
    },
  ];
}

const overlapping = ({ plan }: CheckedMesh, member: MemberPlan, each: MemberPattern): readonly Finding[] =>
  plan.members
    .filter((other) => other !== member && other.subscription === member.subscription && isKnown(member.subscription))
    .flatMap((other) =>
      other.reads
        .filter(({ name }) => matches(each, name))
        .map((use): Finding => ({
          path: each.path,
          severity: "warning",
          message: `"${each.text}" matches ${use.name}, which ${other.path} reads by the same subscription`,
          help: "give one of them another `subscriptionName`",
        })),
    );
