import { argumentPath } from "../argument-path";
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
    "A member that is paused, or that KEDA may scale to zero, finds its messages when it runs again: its subscriptions keep them. They do not where the namespace drops unread messages after `messageTtlSeconds`, nor on topics that its pattern finds later and whose namespace retains nothing: nobody subscribes to those meanwhile. Only namespaces of the mesh are looked at.",
  check: ({ plan, spec }) => plan.members.flatMap((member) => memberFindings(spec, member)),
};

function memberFindings(spec: MeshSpec, member: MemberPlan): readonly Finding[] {
  const still = standstill(member);
  if (still === undefined || member.subscription === undefined) return [];
  return [
    ...namespacesOf(spec, [...member.reads, ...member.found]).flatMap(([name, namespace]) =>
      expiryFindings(argumentPath("namespaces", name), namespace, `${member.path || member.name} ${still}`),
    ),
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

/** The mesh's own namespaces that topics or patterns are in, each once. */
function namespacesOf(spec: MeshSpec, uses: readonly TopicUse[]): readonly (readonly [string, NamespaceSpec])[] {
  const names = uses.flatMap(({ name, persistent }) => {
    // Nothing of a non-persistent topic waits for anybody.
    if (!persistent) return [];
    const topic = readFullName(name);
    return topic === undefined ? [] : [`${topic.tenant}/${topic.pulsarNamespace}`];
  });
  const owned = spec.namespaces ?? {};
  return [...new Set(names)].flatMap((name) => {
    const namespace = Object.hasOwn(owned, name) ? owned[name] : undefined;
    return namespace === undefined ? [] : [[name, namespace] as const];
  });
}

function expiryFindings(path: string, { messageTtlSeconds: limit }: NamespaceSpec, who: string): readonly Finding[] {
  if (limit === undefined || !isKnown(limit) || limit <= 0) return [];
  return [
    {
      path: argumentPath(path, "messageTtlSeconds"),
      message: `is ${limit}, and ${who}: messages that are not read by then are dropped`,
      help: "leave it out, or state more than the member stands still",
    },
  ];
}

function retainsNothing({ retention }: NamespaceSpec): boolean {
  if (retention === undefined) return true;
  return isKnown(retention) && (retention.minutes === 0 || retention.size === "0");
}
