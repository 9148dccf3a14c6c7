import { argumentPath } from "../argument-path";
import type { SourcePlan } from "../plan";
import { taskTopic } from "../task-topics";
import { isKnown } from "../unknown";
import { writtenTopics } from "../written-topics";
import { matches, memberPatterns } from "./member-patterns";
import type { CheckedMesh, Finding, Rule } from "./rule";

/** FM052 */
export const batchSources: Rule = {
  code: "FM052",
  severity: "error",
  inManifests: "warning",
  title: "A batch source has a trigger, and its tasks to itself",
  description:
    "A class says when to look for work. The tasks that are found wait in the topic `<source>-intermediate` of the source's namespace, which no member reads, by name or by pattern, or writes anything to.",
  check: (mesh) =>
    mesh.plan.members.flatMap((member) =>
      member.kind === "source" && member.spec.batchSourceConfig !== undefined ? sourceFindings(mesh, member) : [],
    ),
};

function sourceFindings({ plan }: CheckedMesh, source: SourcePlan): readonly Finding[] {
  const { path, name, spec } = source;
  const tasks = taskTopic(source);
  const users = plan.members.flatMap((member) => [...member.reads, ...writtenTopics(member)]);
  const patterns = plan.members.flatMap(memberPatterns);
  const isOf = `the tasks of the batch source ${path === "" ? name : path}`;
  const trigger = spec.batchSourceConfig?.discoveryTriggererClassName;
  return [
    ...(isKnown(trigger) && trigger === ""
      ? [
          {
            path: argumentPath(path, "batchSourceConfig", "discoveryTriggererClassName"),
            message: "is empty",
            help: "state the class that says when to look for work",
          },
        ]
      : []),
    ...users
      .filter((use) => isKnown(use.name) && use.name === tasks)
      .map((use) => ({
        path: use.path,
        message: `"${tasks}" holds ${isOf}`,
        help: "use another topic",
      })),
    ...patterns
      .filter((each) => matches(each, { name: tasks, persistent: true }))
      .map((each) => ({
        path: each.path,
        message: `"${each.text}" finds "${tasks}", which holds ${isOf}`,
        help: "use a pattern that does not match it",
      })),
  ];
}
