import { taskTopics } from "../task-topics";
import { isKnown } from "../unknown";
import { matches, type MemberPattern, memberPatterns } from "./member-patterns";
import { overlappingPatterns } from "./overlapping-patterns";
import { mayFind, refusedTopics } from "./refused-topics";
import type { CheckedMesh, Finding, Rule } from "./rule";
import type { StatedTopic } from "./stated-topics";

/** FM014 */
export const patterns: Rule = {
  code: "FM014",
  severity: "error",
  also: "warning",
  inManifests: "warning",
  title: "Patterns are expressions that find topics",
  description:
    "A pattern is a valid regular expression. Instances look for persistent topics only, also by one that begins with `non-persistent://`; one that matches none of the mesh is probably mistyped; and one that finds a topic which another member reads by the same subscription, by name or by a pattern of its own, takes messages from it (all warnings).",
  check: (mesh) => {
    const overlapping = overlappingPatterns(mesh.plan.members);
    const isExcused = excuses(mesh);
    return mesh.plan.members.flatMap((member) => [
      ...memberPatterns(member).flatMap((each) => patternFindings(mesh, each, isExcused)),
      ...overlapping(member),
    ]);
  },
};

function patternFindings(mesh: CheckedMesh, each: MemberPattern, isExcused: Excuses): readonly Finding[] {
  const { path, text, pattern } = each;
  if (pattern.kind === "malformed") {
    const help = "write it as Java does, such as persistent://<tenant>/<namespace>/clicks-.*";
    return [{ path, message: `"${text}" is not a regular expression: ${pattern.reason}`, help }];
  }
  // What another resource computes may well find that one's topics.
  const isLeftAlone = pattern.kind === "foreign" || each.isComputed;
  return [...misled(each), ...(isLeftAlone ? [] : unmatched(mesh, each).filter(() => !isExcused(each)))];
}

function misled({ path, stated }: MemberPattern): readonly Finding[] {
  if (!stated.startsWith("non-persistent://")) return [];
  const message = `"${stated}" finds persistent topics: those that are not are not looked for`;
  const help = "write persistent://, or name topics that are not persistent in `input.topics`";
  return [{ path, severity: "warning", message, help }];
}

type Excuses = (each: MemberPattern) => boolean;

/** Patterns that find the tasks of a batch source, which FM052 tells, or were meant to find what has a name that is none (FM003). */
function excuses(mesh: CheckedMesh): Excuses {
  let excusing: { readonly tasks: readonly string[]; readonly refused: readonly StatedTopic[] } | undefined;
  return (each) => {
    // Worked out only where something seems wrong, and then once.
    excusing ??= {
      tasks: [...taskTopics(mesh.plan.members)],
      refused: refusedTopics(mesh).filter(({ use }) => use !== "read"),
    };
    const { tasks, refused } = excusing;
    return (
      tasks.some((name) => matches(each, { name, persistent: true })) || refused.some((text) => mayFind(each, text))
    );
  };
}

function unmatched({ plan, single, origins }: CheckedMesh, each: MemberPattern): readonly Finding[] {
  // Topics that manifests find are others' as a rule, and nowhere is said so.
  if (single || origins !== undefined) return [];
  if (plan.topics.some((topic) => !isKnown(topic.name) || matches(each, topic))) return [];
  return [
    {
      path: each.path,
      severity: "warning",
      message: `"${each.text}" matches no topic of the mesh`,
      help: "check the expression, or add the topics of others to `topics` with `external: true`",
    },
  ];
}
