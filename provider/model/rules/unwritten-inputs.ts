import { relatedTopics } from "../partition-names";
import { isKnown } from "../unknown";
import { writtenTopics } from "../written-topics";
import { taskTopics } from "../task-topics";
import { topicKeys } from "../topic-keys";
import { mayMean, refusedTopics } from "./refused-topics";
import type { CheckedMesh, Finding, Rule } from "./rule";
import { topicUsers } from "./topic-users";

/** FM010 */
export const unwrittenInputs: Rule = {
  code: "FM010",
  severity: "warning",
  also: "error",
  inManifests: "warning",
  title: "Somebody writes each input",
  description:
    "A topic that a member reads is written by a member (results, log lines, dead letters or late data), declared in `topics`, or external there, or named by another resource, whose it is then; otherwise its name is probably mistyped. An error with `validation.strict`. While the name of a topic that a member writes is not known, nothing is said: it may be that one. Nor is it where a name that is none (FM003) was meant for the topic, or where it holds the tasks of a batch source (FM052).",
  check: (mesh) => {
    if (mesh.single || mesh.plan.members.some(writesUnknown)) return [];
    const declared = topicKeys(mesh);
    const users = topicUsers(mesh.plan.members);
    const related = relatedTopics(users.keys());
    const unwritten = [...users].filter(
      ([topic]) =>
        !declared.has(topic) && ![topic, ...related(topic)].some((each) => users.get(each)?.isWritten === true),
    );
    if (unwritten.length === 0) return [];
    const tasks = taskTopics(mesh.plan.members);
    const refused = refusedTopics(mesh);
    const told = new Set(refused.map(({ path }) => path()));
    const meant = refused.filter(({ use }) => use !== "read");
    return unwritten
      .filter(([topic]) => !tasks.has(topic) && !meant.some((each) => mayMean(each, topic)))
      .flatMap(([topic, { readers }]) =>
        readers.filter(({ path }) => !told.has(path)).map(({ path }) => findingOf(mesh, topic, path)),
      );
  },
};

const writesUnknown = (member: CheckedMesh["plan"]["members"][number]): boolean =>
  writtenTopics(member).some(({ name }) => !isKnown(name));

const findingOf = ({ spec }: CheckedMesh, topic: string, path: string): Finding => ({
  path,
  ...(spec.validation?.strict === true ? { severity: "error" } : {}),
  message: `nobody writes "${topic}"`,
  help: "name a topic that a member writes, or add it to `topics` (with `external: true` when it belongs to somebody else)",
  helpInManifests: "name a topic that a component writes, unless it is written from outside",
});
