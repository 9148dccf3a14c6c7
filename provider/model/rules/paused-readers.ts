import { type DecidePolicy, decidedPolicies } from "../decided-policy";
import type { MeshSpec } from "../mesh";
import type { NamespaceSpec } from "../namespace";
import { patternsOf } from "../patterns-of";
import type { MemberPlan, TopicUse } from "../plan";
import { readFullName } from "../topic-name";
import { isKnown } from "../unknown";
import type { Finding, Rule } from "./rule";

/** FM035 */
export const pausedReaders: Rule = {
  code: "FM035",
  severity: "warning",
  inManifests: "warning",
  title: "Messages wait for a member that stands still",
  description:
    "A member that is paused, or that KEDA may scale to zero, finds its messages when it runs again: its subscriptions keep them. They do not where the topic, or else its namespace, drops unread messages after `messageTtlSeconds`, nor on topics that its pattern finds later and whose namespace retains nothing: nobody subscribes to those meanwhile. Only topics and namespaces of the mesh are looked at.",
  check: (mesh) => {
    const still = mesh.plan.members.filter((member) => standstill(member) !== undefined);
    if (still.length === 0) return [];
    const decide = decidedPolicies(mesh);
    return still.flatMap((member) => memberFindings({ spec: mesh.spec, decide }, member));
  },
};

interface Settings {
  readonly spec: MeshSpec;
  readonly decide: DecidePolicy;
}

function memberFindings({ spec, decide }: Settings, member: MemberPlan): readonly Finding[] {
  const still = standstill(member);
  if (still === undefined || member.subscription === undefined) return [];
  return [
    ...limitsOf(decide, member).map(([path, limit]) => ({
      path,
      message: `is ${limit}, and ${member.path || member.name} ${still}: messages that are not read by then are dropped`,
      help: "leave it out, or state more than the member stands still",
    })),
    ...patternsOf(member).flatMap((use) =>
      namespacesOf(spec, [use])
        .filter(([, namespace]) => retainsNothing(namespace))
        .map(([name]) => ({
          path: use.path,
          message: `finds new topics only while the member runs, which ${still}, and what they get meanwhile is not retained`,
          help: `set namespaces["${name}"].retention to longer than the member stands still`,
        })),
    ),
  ];
}

/** How a member may stand still while others write for it. */
function standstill({ spec }: MemberPlan): string | undefined {
  if (spec.paused === true) return "is paused";
  return spec.autoscaling?.backlog !== undefined && spec.autoscaling.minReplicas === 0
    ? "may be scaled to zero"
    : undefined;
}

/** The mesh's own namespaces that patterns are in, each once. */
function namespacesOf(spec: MeshSpec, uses: readonly TopicUse[]): readonly (readonly [string, NamespaceSpec])[] {
  const names = uses.flatMap(({ name }) => {
    const topic = readFullName(name);
    return topic === undefined ? [] : [`${topic.tenant}/${topic.pulsarNamespace}`];
  });
  const owned = spec.namespaces ?? {};
  return [...new Set(names)].flatMap((name) => {
    const namespace = Object.hasOwn(owned, name) ? owned[name] : undefined;
    return namespace === undefined ? [] : [[name, namespace] as const];
  });
}

/** How long messages wait for a member, where that is limited, by the argument that says so: a topic's, or else its namespace's. */
function limitsOf(decide: DecidePolicy, { reads, found }: MemberPlan): readonly (readonly [string, number])[] {
  const limits = new Map<string, number>();
  for (const { name, persistent } of [...reads, ...found]) {
    // Nothing of a non-persistent topic waits for anybody.
    const decided = persistent ? decide(name, "messageTtlSeconds") : undefined;
    const limit = decided?.value;
    if (decided !== undefined && limit !== undefined && isKnown(limit) && limit > 0) limits.set(decided.path, limit);
  }
  return [...limits];
}

function retainsNothing({ retention }: NamespaceSpec): boolean {
  if (retention === undefined) return true;
  return isKnown(retention) && (retention.minutes === 0 || retention.size === "0");
}
