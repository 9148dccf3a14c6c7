import { argumentPath } from "../argument-path";
import type { MemberPlan } from "../plan";
import { type StatedTopic, statedTopics } from "../plan-member-uses";
import { isPulsarName, readTopicName } from "../topic-name";
import { isKnown } from "../unknown";
import { sortedEntries } from "../sorted-entries";
import type { CheckedMesh, Finding, Rule } from "./rule";

/** FM003 */
export const topicNames: Rule = {
  code: "FM003",
  severity: "error",
  title: "Names of topics, tenants and namespaces are well formed",
  description:
    "A topic is named by a short name, which is completed with the member's tenant and namespace, or in full. Topics that are not persistent are accepted with a warning, since messages sent while nobody reads them are lost.",
  check: (mesh) => [
    ...mesh.plan.members.flatMap((member) => memberFindings(mesh, member)),
    ...sortedEntries(mesh.spec.topics).flatMap(([key]) =>
      nameFinding(mesh, { text: key, path: argumentPath("topics", key) }),
    ),
    ...placeFindings(mesh),
  ],
};

function memberFindings(mesh: CheckedMesh, member: MemberPlan): readonly Finding[] {
  const { reads, writes, logTopic } = statedTopics(member);
  const stated = [...reads, ...(writes === undefined ? [] : [writes]), ...(logTopic === undefined ? [] : [logTopic])];
  const { tenant, namespace } = member.spec;
  return [
    ...(member.kind !== "source" && reads.length === 0
      ? [
          {
            path: argumentPath(member.path, "input", "topics"),
            message: "is empty",
            help: "state at least one topic to read",
          },
        ]
      : []),
    ...stated.flatMap((topic) => nameFinding(mesh, topic)),
    ...pulsarNameFinding(argumentPath(member.path, "tenant"), tenant),
    ...pulsarNameFinding(argumentPath(member.path, "namespace"), namespace),
    ...member.reads
      .filter(({ persistent }) => !persistent)
      .map(({ name, path }): Finding => ({
        path,
        severity: "warning",
        message: `"${name}" is not persistent: messages sent while no instance is attached are lost`,
        help: "use a persistent topic where every message counts",
      })),
  ];
}

function nameFinding(mesh: CheckedMesh, { text, path }: StatedTopic): readonly Finding[] {
  if (!isKnown(text)) return [];
  // What completes a short name is checked where it is stated.
  const reading = readTopicName(text, { tenant: "tenant", pulsarNamespace: "namespace" });
  if (reading.kind === "malformed") {
    return [
      {
        path,
        message: `"${text}" is not a topic name: ${reading.reason}`,
        help: "write a short name (orders) or persistent://<tenant>/<namespace>/<topic>",
      },
    ];
  }
  if (!/-partition-\d+$/.test(text) || isExternal(mesh, text)) return [];
  const help = "name the topic without -partition-…, or call this one external in `topics`";
  return [{ path, message: `"${text}" is a partition, which cannot be created alone`, help }];
}

const isExternal = ({ plan }: CheckedMesh, text: string): boolean =>
  plan.topics.some((topic) => !topic.owned && topic.name.endsWith(text));

function placeFindings({ spec }: CheckedMesh): readonly Finding[] {
  return [
    ...pulsarNameFinding("defaults.tenant", spec.defaults?.tenant),
    ...pulsarNameFinding("defaults.namespace", spec.defaults?.namespace),
    ...sortedEntries(spec.tenants).flatMap(([tenant]) => pulsarNameFinding(argumentPath("tenants", tenant), tenant)),
    ...sortedEntries(spec.namespaces).flatMap(([name]): readonly Finding[] => {
      const parts = name.split("/");
      if (parts.length === 2 && parts.every(isPulsarName)) return [];
      const path = argumentPath("namespaces", name);
      return [{ path, message: `"${name}" is not the name of a namespace`, help: "write <tenant>/<namespace>" }];
    }),
  ];
}

const pulsarNameFinding = (path: string, name: string | undefined): readonly Finding[] =>
  name === undefined || !isKnown(name) || isPulsarName(name)
    ? []
    : [{ path, message: `"${name}" is not a name in Pulsar`, help: "use letters, digits and - = : . _" }];
