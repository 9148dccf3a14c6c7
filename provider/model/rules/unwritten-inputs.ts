import { readTopicName, topicText } from "../topic-name";
import { isKnown } from "../unknown";
import type { CheckedMesh, Finding, Rule } from "./rule";
import { topicUsers } from "./topic-users";

/** FM010 */
export const unwrittenInputs: Rule = {
  code: "FM010",
  severity: "warning",
  inManifests: "warning",
  title: "Somebody writes each input",
  description:
    "A topic that a member reads is written by a member, declared in `topics`, or external there; otherwise its name is probably mistyped. An error with `validation.strict`.",
  check: (mesh) => {
    if (mesh.single || mesh.plan.members.some(({ writes }) => writes !== undefined && !isKnown(writes.name))) return [];
    const declared = declaredTopics(mesh);
    return [...topicUsers(mesh.plan.members)].flatMap(([topic, { readers, writers }]) =>
      writers.length > 0 || declared.has(topic)
        ? []
        : readers.map(({ use }): Finding => ({
            path: use.path,
            ...(mesh.spec.validation?.strict === true ? { severity: "error" } : {}),
            message: `nobody writes "${topic}"`,
            help: "name a topic that a member writes, or add it to `topics` (with `external: true` when it belongs to somebody else)",
            helpInManifests: "name a topic that a component writes, unless it is written from outside",
          })),
    );
  },
};

const declaredTopics = ({ spec, home }: CheckedMesh): ReadonlySet<string> =>
  new Set(
    Object.keys(spec.topics ?? {}).flatMap((key) => {
      const reading = readTopicName(key, home);
      return reading.kind === "name" ? [topicText(reading.name)] : [];
    }),
  );
