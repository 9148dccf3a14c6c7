import { foldedName } from "../names";
import type { MemberPlan } from "../plan";
import { namePath } from "../plan-members";
import { pulsarClustersOf } from "../pulsar-clusters-of";
import { derivedNames } from "./derived-names";
import type { CheckedMesh, Finding, Rule } from "./rule";
import { repeatedTopics } from "./repeated-topics";

/** FM001 */
export const uniqueNames: Rule = {
  code: "FM001",
  severity: "error",
  inManifests: "error",
  title: "Names are unique",
  description:
    "Keys are unique across sources, functions and sinks. The names of members are unique within a tenant and namespace of each Pulsar cluster, where case and underscores do not count; of members that share a name otherwise, one has it in Pulumi and Kubernetes too (the one whose key it is, else the one in the namespace of `defaults`, else the first), and the others are called after their keys there. `topics` has one entry for each topic. Names that are joined from others, of subscriptions for example, do not come out the same.",
  check: (mesh) => [...memberNames(mesh), ...repeatedTopics(mesh), ...derivedNames(mesh)],
};

function memberNames(mesh: CheckedMesh): readonly Finding[] {
  const keys = new Map<string, string>();
  const names = new Map<string, string>();
  const objects = new Map<string, string>();
  return mesh.plan.members.flatMap((member) => {
    const { key, path, name, origin } = member;
    const identities = identitiesOf(member);
    const sameKey = origin === undefined ? firstTold(keys, [key], path) : undefined;
    const sameName = firstTold(names, identities, path);
    const sameObject = origin === undefined ? firstTold(objects, [foldedName(member.childName)], path) : undefined;
    if (sameKey !== undefined) {
      return [{ path, message: `"${key}" is a key of ${sameKey} already`, help: "give one of them another key" }];
    }
    const same = sameName ?? sameObject;
    if (same === undefined) return [];
    const message = `the name "${name}" is too like the one of ${same}`;
    return [{ path: namePath(member), message, help: "give one of them another `name`" }];
  });
}

/** Who told one of the names first. */
function firstTold(told: Map<string, string>, names: readonly string[], path: string): string | undefined {
  const first = names.map((name) => told.get(name)).find((other) => other !== undefined);
  for (const name of names) if (!told.has(name)) told.set(name, path);
  return first;
}

/**
 * What tells a member from all others, in each of its Pulsar clusters. Objects of a manifest are told apart by their kind and by
 * where they run, and not by their `name`.
 */
const identitiesOf = (member: MemberPlan): readonly string[] => {
  const { origin, kind, name, tenant, pulsarNamespace, places } = member;
  if (origin !== undefined) {
    const where = places.map((place) => `${place.cluster}/${place.kubernetesNamespace}`);
    return [[kind, origin.componentName, ...where].join(" ")];
  }
  return pulsarClustersOf(member).map((cluster) =>
    JSON.stringify([cluster, tenant, pulsarNamespace, foldedName(name)]),
  );
};
