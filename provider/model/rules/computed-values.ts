import { argumentPath } from "../argument-path";
import { grouped } from "../grouped";
import { lastInputs } from "../message-types";
import type { InputUse, MemberPlan, TopicUse } from "../plan";
import { plannedTopic } from "../planned-topic";
import { pulsarClustersOf } from "../pulsar-clusters-of";
import { subscriptionKey } from "../shared-subscriptions";
import { isUnknown } from "../unknown";
import { writtenTopics } from "../written-topics";
import type { CheckedMesh, Finding, Rule } from "./rule";

/** FM028 */
export const computedValues: Rule = {
  code: "FM028",
  severity: "error",
  also: "warning",
  inManifests: "warning",
  title: "Which resources a mesh has does not follow from what another resource computes",
  description:
    "A preview and the update after it have to show the same resources, so a name that another resource computes is that one's topic, and gets a subscription of its own. Where something else would follow from the value it has to be written out: whether there is a dead-letter topic, whether an input is a pattern, which topics of the mesh a pattern finds, that two members share a subscription, that a topic is read twice or is not persistent. A topic that is computed in one place and written out in another, where the mesh makes it, is a warning.",
  check: (mesh) => [...mesh.plan.members.flatMap((member) => memberFindings(mesh, member)), ...sharedFindings(mesh)],
};

const memberFindings = (mesh: CheckedMesh, member: MemberPlan): readonly Finding[] => [
  ...deadLetterFindings(mesh, member),
  ...member.inputs.flatMap((use) => kindFindings(mesh, use)),
  ...member.found.filter(isComputed).map(foundFinding),
  ...repeatedFindings(member),
  ...lastInputs(member).filter(isVolatile).map(volatileFinding),
  ...[...member.reads, ...writtenTopics(member)].filter((use) => isMadeTwice(mesh, member, use)).map(doubleFinding),
];

const isComputed = ({ computed }: TopicUse): boolean => computed === true;
const isVolatile = (use: TopicUse): boolean => isComputed(use) && !use.persistent;

/** Known only later, or known to be computed. */
const isOfOthers = ({ computed }: CheckedMesh, value: unknown, path: string): boolean =>
  isUnknown(value) || computed?.has(path) === true;

const known = "is known only when another resource is there";

/** With a topic that is stated, or a subscription of another name, the mesh has no more and no less by it. */
function deadLetterFindings(mesh: CheckedMesh, member: MemberPlan): readonly Finding[] {
  if (member.kind === "source") return [];
  const { maxMessageRetry, deadLetterTopic = "", subscriptionName = "" } = member.spec;
  if (maxMessageRetry === undefined || deadLetterTopic !== "" || subscriptionName !== "") return [];
  const path = argumentPath(member.path, "maxMessageRetry");
  if (!isOfOthers(mesh, maxMessageRetry, path)) return [];
  const message = `${known}, and whether the mesh has a dead-letter topic follows from it`;
  return [{ path, message, help: "write the number out, or name a `deadLetterTopic`" }];
}

function kindFindings(mesh: CheckedMesh, { path: of, consumer }: InputUse): readonly Finding[] {
  if (consumer.isRegexPattern === undefined) return [];
  const path = argumentPath(of, "isRegexPattern");
  if (!isOfOthers(mesh, consumer.isRegexPattern, path)) return [];
  const message = `${known}, and which topics and subscriptions the mesh has follows from it`;
  return [{ path, message, help: "write true or false, or leave it out" }];
}

const foundFinding = ({ name, path }: TopicUse): Finding => ({
  path,
  message: `finds "${name}", and the mesh makes no subscription there for a pattern that another resource computes`,
  help: "write the pattern out, so that no message is missed, or have it find topics of others only",
});

/** The first of two inputs keeps what is one subscription at the broker. */
function repeatedFindings({ inputs }: MemberPlan): readonly Finding[] {
  const first = new Map<string, TopicUse>();
  return inputs.flatMap((use) => {
    if (use.consumer.isRegexPattern === true) return [];
    const other = first.get(use.name);
    first.set(use.name, other ?? use);
    if (other === undefined || (!isComputed(use) && !isComputed(other))) return [];
    const help = "leave one of the two out: each has a subscription of its own";
    return [{ path: use.path, message: `is "${use.name}", as ${other.path} is`, help }];
  });
}

const volatileFinding = ({ name, path }: TopicUse): Finding => ({
  path,
  message: `"${name}" is not persistent, and the mesh makes a subscription on what another resource computes`,
  help: "write its name out, with `external: true` in `topics`",
});

const isMadeTwice = ({ plan }: CheckedMesh, member: MemberPlan, use: TopicUse): boolean =>
  isComputed(use) && pulsarClustersOf(member).some((key) => plannedTopic(plan, key, use.name)?.owned === true);

const doubleFinding = ({ name, path }: TopicUse): Finding => ({
  path,
  severity: "warning",
  message: `"${name}" is another resource's topic, and the mesh makes it as well, since its name is written out elsewhere`,
  help: "use that resource's output everywhere, or add the topic to `topics` with `external: true`",
});

interface Reader {
  readonly member: MemberPlan;
  /** The argument that another resource computes, if there is one. */
  readonly path: string | undefined;
}

/** Subscriptions that are one at the broker, and more than one in the mesh. */
function sharedFindings(mesh: CheckedMesh): readonly Finding[] {
  if ((mesh.computed?.size ?? 0) === 0) return [];
  const readers = mesh.plan.members.flatMap((member) => {
    const uses = new Map([...member.reads, ...member.found].map((use) => [use.name, use]));
    return member.subscriptions.map((plan) => {
      const path = computedPath(mesh, member, uses.get(plan.topic));
      return [subscriptionKey(plan), { member, path, ...plan }] as const;
    });
  });
  return [...grouped(readers).values()].flatMap(([first, ...others]) => {
    const [other] = others.filter(({ member }) => member !== first.member);
    const told = [other, first].find((each: Reader | undefined) => each?.path !== undefined);
    if (other === undefined || told?.path === undefined) return [];
    const from = told === other ? first : other;
    const message = `makes "${told.subscription}" on "${told.topic}" a subscription that is shared with ${from.member.path}, and another resource computes it`;
    const help = "write the topic and `subscriptionName` out at both, or give one of them another `subscriptionName`";
    return [{ path: told.path, message, help }];
  });
}

function computedPath(mesh: CheckedMesh, { path: of }: MemberPlan, use: TopicUse | undefined): string | undefined {
  const path = argumentPath(of, "subscriptionName");
  if (mesh.computed?.has(path) === true) return path;
  return use !== undefined && isComputed(use) ? use.path : undefined;
}
