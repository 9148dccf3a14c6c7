import { relatedTopics } from "../partition-names";
import { isKnown } from "../unknown";
import { writtenTopics } from "../written-topics";
import { topicKeys } from "../topic-keys";
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
    "A topic that a member reads is written by a member (results, log lines, dead letters or late data), declared in `topics`, or external there, or named by another resource, whose it is then; otherwise its name is probably mistyped. An error with `validation.strict`. While the name of a topic that a member writes is not known, nothing is said: it may be that one.",
  check: (mesh) => {
    if (mesh.single || mesh.plan.members.some(writesUnknown)) return [];
    const declared = topicKeys(mesh);
    const users = topicUsers(mesh.plan.members);
    const related = relatedTopics(users.keys());
    return [...users].flatMap(([topic, { readers }]) =>
      declared.has(topic) || [topic, ...related(topic)].some((each) => users.get(each)?.isWritten === true)
        ? []
        : readers.map(({ path }) => unwritten(mesh, topic, path)),
    );
  },
};

const writesUnknown = (member: CheckedMesh["plan"]["members"][number]): boolean =>
  writtenTopics(member).some(({ name }) => !isKnown(name));

const unwritten = ({ spec }: CheckedMesh, topic: string, path: string): Finding => ({
  path,
  ...(spec.validation?.strict === true ? { severity: "error" } : {}),
  message: `nobody writes "${topic}"`,
  help: "name a topic that a member writes, or add it to `topics` (with `external: true` when it belongs to somebody else)",
  helpInManifests: "name a topic that a component writes, unless it is written from outside",
});
