import { argumentPath } from "../argument-path";
import type { MemberPlan, TopicUse } from "../plan";
import { isPulsarName, type PulsarHome, type TopicName } from "../topic-name";
import { isKnown } from "../unknown";
import { sortedEntries } from "../sorted-entries";
import { topicKeys } from "../topic-keys";
import { writtenTopics } from "../written-topics";
import { memberNameFindings } from "./member-names";
import { isAmong, othersTopics } from "./others-topics";
import type { CheckedMesh, Finding, Rule } from "./rule";
import { readStatedTopic, type StatedTopic, statedTopics } from "./stated-topics";

/** FM003 */
export const topicNames: Rule = {
  code: "FM003",
  severity: "error",
  also: "warning",
  inManifests: "warning",
  title: "Names of members, topics, subscriptions, tenants, namespaces and clusters are well formed",
  description:
    "A topic is named by a short name, which is completed with the member's tenant and namespace, or in full; a regular expression is none, unless `topics` calls it external: then others have a topic that is called so. Topics that are not persistent are accepted with a warning, at whoever reads them in the mesh, else at whoever writes them: messages sent while nobody reads them are lost, so at-most-once is all that holds. Topics whose names begin with __ are Pulsar's own. A name that another resource computes is one in full. A subscription has any name of one line without blanks around it. A member's name holds no /, and what is called after it (its subscription, the topic of its dead letters, the one of a batch source's tasks) has to get a name that is right.",
  check: (mesh) => {
    const { members } = mesh.plan;
    const read = new Set(members.flatMap(({ reads }) => reads.filter(isVolatile).map(({ name }) => name)));
    const named: Named = {
      external: othersTopics(mesh),
      declared: new Set(topicKeys(mesh).keys()),
      computed: mesh.computed,
      isFromManifests: mesh.origins !== undefined,
      read,
    };
    return [
      ...members.flatMap((member) => memberFindings(named, member)),
      ...sortedEntries(mesh.spec.topics).flatMap(([key]) =>
        nameFindings(named, { text: key, path: () => argumentPath("topics", key), use: "declared" }, mesh.home),
      ),
      ...placeFindings(mesh),
    ];
  },
};

/** What names of topics are held against. */
interface Named {
  /** The topics of others, in full. */
  readonly external: ReadonlySet<string>;
  /** The topics that have an entry, in full. */
  readonly declared: ReadonlySet<string>;
  /** The arguments that other resources compute. */
  readonly computed: ReadonlySet<string> | undefined;
  readonly isFromManifests: boolean;
  /** The topics that keep nothing and that members read. */
  readonly read: ReadonlySet<string>;
}

const isVolatile = ({ persistent }: TopicUse): boolean => !persistent;

function memberFindings(named: Named, member: MemberPlan): readonly Finding[] {
  const { tenant, namespace } = member.spec;
  const found: Finding[] = [];
  for (const topic of statedTopics(member)) found.push(...nameFindings(named, topic, member));
  found.push(
    ...pulsarNameFinding(() => argumentPath(member.path, "tenant"), tenant),
    ...pulsarNameFinding(() => argumentPath(member.path, "namespace"), namespace),
    ...memberNameFindings(member),
  );
  found.push(...member.reads.filter(isVolatile).map((use) => lossFinding(use, "no instance is attached")));
  const unread = writtenTopics(member).filter((use) => isVolatile(use) && !named.read.has(use.name));
  found.push(...unread.map((use) => lossFinding(use, "nobody reads it")));
  return found;
}

const lossFinding = ({ name, path }: TopicUse, when: string): Finding => ({
  path,
  severity: "warning",
  message: isKnown(name)
    ? `"${name}" is not persistent: messages sent while ${when} are lost`
    : `is a topic that is not persistent: messages sent while ${when} are lost`,
  help: "use a persistent topic where every message counts",
});

function nameFindings(named: Named, stated: StatedTopic, home: PulsarHome): readonly Finding[] {
  const { text, path, isPattern, isUnchecked } = stated;
  if (!isKnown(text)) return none;
  const reading = readStatedTopic(stated);
  if (reading.kind === "fault") {
    if (reading.isExpression === true && isAmong(named.external, text, home)) return none;
    return [
      {
        path: path(),
        ...(reading.isRefused && isUnchecked !== true ? { inManifests: "error" } : {}),
        message: `"${text}" is not a topic name: ${reading.fault}`,
        ...(reading.isExpression === true ? helpWithExpression(stated.use) : { help: wellFormed }),
      },
    ];
  }
  if (isToldShort(named, text, path)) {
    const message = `"${text}" is a short name, and instances are told as it is what another resource computes`;
    return [{ path: path(), message, help: "have it computed in full: persistent://<tenant>/<namespace>/<topic>" }];
  }
  if (isPattern === true) return none;
  const special = specialFinding(named, text, reading.name);
  if (special === undefined || isAmong(named.external, text, home)) return none;
  // Of one that has an entry it is told there.
  return stated.use !== "declared" && isAmong(named.declared, text, home) ? none : [{ path: path(), ...special }];
}

const wellFormed = "write a short name (orders) or persistent://<tenant>/<namespace>/<topic>";

const insteadOfExpression: Readonly<Record<StatedTopic["use"], string>> = {
  read: "state it as `input.topicPattern`, or in `input.sourceSpecs` with `isRegexPattern: true`",
  written: "name one topic",
  declared: "name each topic by an entry of its own: only what a member reads can be stated as a pattern",
};

function helpWithExpression(use: StatedTopic["use"]): Pick<Finding, "help" | "helpInManifests"> {
  const help = insteadOfExpression[use];
  return {
    help: `${help}; or call it external in \`topics\` when others have a topic of that name`,
    helpInManifests: help,
  };
}

const none: readonly Finding[] = [];

/** Instances complete a short name by a namespace of their own, `public/default`. */
const isToldShort = ({ computed }: Named, text: string, path: () => string): boolean =>
  computed !== undefined && computed.size > 0 && !text.includes("/") && computed.has(path());

/** Names that Pulsar takes for what is no topic of its own. */
function specialFinding(
  { isFromManifests }: Named,
  text: string,
  { local }: TopicName,
): Omit<Finding, "path"> | undefined {
  if (/-partition-\d+$/.test(text)) {
    const help = "name the topic without -partition-…, or call this one external in `topics`";
    const helpInManifests = "name the topic without -partition-…";
    return { message: `"${text}" is a partition, which cannot be created alone`, help, helpInManifests };
  }
  // Manifests create no topics.
  if (isFromManifests || !local.startsWith("__")) return undefined;
  const help = "use another name, or call it external in `topics`";
  return { message: `"${text}" is a name of Pulsar's own topics`, help };
}

function placeFindings({ spec }: CheckedMesh): readonly Finding[] {
  return [
    ...pulsarNameFinding(() => "defaults.tenant", spec.defaults?.tenant),
    ...pulsarNameFinding(() => "defaults.namespace", spec.defaults?.namespace),
    ...sortedEntries(spec.pulsar).flatMap(([key, { clusterName }]) =>
      pulsarNameFinding(() => argumentPath("pulsar", key, "clusterName"), clusterName),
    ),
    ...sortedEntries(spec.tenants).flatMap(([tenant]) =>
      pulsarNameFinding(() => argumentPath("tenants", tenant), tenant),
    ),
    ...sortedEntries(spec.namespaces).flatMap(([name]): readonly Finding[] => {
      const parts = name.split("/");
      if (parts.length === 2 && parts.every(isPulsarName)) return [];
      const path = argumentPath("namespaces", name);
      return [{ path, message: `"${name}" is not the name of a namespace`, help: "write <tenant>/<namespace>" }];
    }),
  ];
}

const pulsarNameFinding = (path: () => string, name: string | undefined): readonly Finding[] =>
  name === undefined || !isKnown(name) || isPulsarName(name)
    ? none
    : [{ path: path(), message: `"${name}" is not a name in Pulsar`, help: "use letters, digits and - = : . _" }];
