import type { NamingPolicy, StartOrdering } from "../mesh";
import type { MemberPlan, MeshPlan } from "../plan";
import { byText } from "../sorted-entries";
import { kubernetesFacts, pulsarFacts } from "./cluster-facts";
import { followedMembers } from "./followed-members";
import { memberFacts, type MemberFacts } from "./member-facts";
import { ownedFacts, type ResourceFacts } from "./resource-facts";
import { topicFacts, type TopicFacts } from "./topic-facts";
import { type Settle, withoutSecrets } from "./settled";

/**
 * What meshes are compared by: plain data, small, and without secrets or anything derived from one, so that it may be kept in a
 * state. Values that say something to reviewers stand as they are, others by the beginning of their hash.
 */
export interface MeshFacts {
  /** Facts of another format say nothing about changes. */
  readonly format: typeof factsFormat;
  readonly naming: NamingPolicy;
  /** Absent where members start in parallel. */
  readonly ordering?: StartOrdering;
  readonly pulsarClusters: readonly ResourceFacts[];
  readonly kubernetesClusters: readonly ResourceFacts[];
  readonly tenants: readonly ResourceFacts[];
  readonly namespaces: readonly ResourceFacts[];
  /** Names of tenants and namespaces of others. Absent where there are none. */
  readonly others?: readonly string[];
  readonly topics: readonly TopicFacts[];
  readonly members: readonly MemberFacts[];
}

/** Raised when facts of the same mesh come out differently than before. */
export const factsFormat = 3;

export interface FactsOptions {
  /** The text of a member's local code. */
  readonly codeOf?: (member: MemberPlan) => string | undefined;
  readonly settle?: Settle;
}

/** The facts of a plan whose members are told apart by their names (`toldMembers`): a change goes by these. */
export function factsOf(
  plan: MeshPlan,
  { codeOf = () => undefined, settle = withoutSecrets }: FactsOptions = {},
): MeshFacts {
  const isFollowed = followedMembers(plan.members);
  const others = namesOfOthers(plan);
  return {
    format: factsFormat,
    naming: plan.naming,
    ...(plan.ordering === "parallel" ? {} : { ordering: plan.ordering }),
    pulsarClusters: plan.pulsarClusters.map((cluster) => pulsarFacts(cluster, settle)),
    kubernetesClusters: plan.kubernetesClusters.map((cluster) => kubernetesFacts(cluster, settle)),
    tenants: ownedFacts(
      "tenants",
      plan.tenants.map(({ tenant, ...more }) => ({ name: tenant, ...more })),
      settle,
    ),
    namespaces: ownedFacts(
      "namespaces",
      plan.namespaces.map(({ tenant, pulsarNamespace, ...more }) => ({
        name: `${tenant}/${pulsarNamespace}`,
        ...more,
      })),
      settle,
    ),
    ...(others.length === 0 ? {} : { others }),
    topics: topicFacts(plan, settle),
    members: plan.members.map((member) =>
      memberFacts(member, { code: codeOf(member), naming: plan.naming, isFollowed: isFollowed(member), settle }),
    ),
  };
}

/** The tenant of a namespace of others is theirs as well. */
function namesOfOthers({ required, others }: MeshPlan): readonly string[] {
  const names = [...required, ...others.filter(({ kind }) => kind !== "topic")].flatMap(({ name }) => [
    name,
    ...name.split("/").slice(0, -1),
  ]);
  return [...new Set(names)].sort(byText);
}

/** True for facts that this version wrote: a state of an earlier one has others, or none. */
export const isMeshFacts = (value: unknown): value is MeshFacts =>
  typeof value === "object" && value !== null && "format" in value && value.format === factsFormat;
