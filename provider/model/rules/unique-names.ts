import { argumentPath } from "../argument-path";
import type { MemberPlan } from "../plan";
import { namePath } from "../plan-members";
import type { CheckedMesh, Finding, Rule } from "./rule";

/** FM001 */
export const uniqueNames: Rule = {
  code: "FM001",
  severity: "error",
  inManifests: "error",
  title: "Names are unique",
  description:
    "Keys are unique across sources, functions and sinks, and the names that follow from them are unique within the mesh: they name Pulumi resources and Kubernetes objects, where case and underscores do not count.",
  check: (mesh) => [...memberNames(mesh), ...derivedNames(mesh)],
};

function memberNames({ plan }: CheckedMesh): readonly Finding[] {
  const keys = new Map<string, string>();
  const names = new Map<string, string>();
  return plan.members.flatMap((member) => {
    const { key, path } = member;
    const sameKey = member.origin === undefined ? keys.get(key) : undefined;
    const identity = identityOf(member);
    const sameName = names.get(identity);
    keys.set(key, path);
    names.set(identity, path);
    if (sameKey !== undefined) {
      return [{ path, message: `"${key}" is a key of ${sameKey} already`, help: "give one of them another key" }];
    }
    if (sameName === undefined) return [];
    return [
      {
        path: namePath(member),
        message: `the name "${member.name}" is too like the one of ${sameName}`,
        help: "give one of them another `name`",
      },
    ];
  });
}

/** What tells a member from all others. Objects of a manifest are told apart by their kind as well, and not by their `name`. */
const identityOf = ({ origin, kind, childName, places }: MemberPlan): string =>
  origin === undefined
    ? objectNameOf(childName)
    : [kind, origin.componentName, ...places.map((place) => `${place.cluster}/${place.kubernetesNamespace}`)].join(" ");

/** As Kubernetes compares names that came from ours. */
const objectNameOf = (childName: string): string => childName.toLowerCase().replaceAll("_", "-");

/** Pulumi names of edges are joined from parts with dashes, which two different edges can do to the same name. */
function derivedNames({ plan }: CheckedMesh): readonly Finding[] {
  const subscriptions = plan.members.flatMap((member) =>
    member.subscriptions.map(({ childName, topic }) => ({
      childName,
      what: topic,
      path: argumentPath(member.path, "input"),
    })),
  );
  const topics = plan.topics.map(({ childName, name }) => ({
    childName,
    what: name,
    path: argumentPath("topics", name),
  }));
  const namespaces = plan.namespaces.map(({ childName, tenant, pulsarNamespace }) => {
    const what = `${tenant}/${pulsarNamespace}`;
    return { childName, what, path: argumentPath("namespaces", what) };
  });
  const tenants = plan.tenants.map(({ childName, tenant }) => {
    return { childName, what: tenant, path: argumentPath("tenants", tenant) };
  });
  // Members with one name are found above; here each name counts once, and further places are held against all of them.
  const members = new Map(
    plan.members.map(({ childName, name, path }) => [childName, { childName, what: name, path }]),
  );
  const places = plan.members.flatMap(({ name, path, places: [, ...further] }) =>
    further.map(({ childName, cluster }) => ({ childName, what: `${name} in ${cluster}`, path })),
  );
  return [subscriptions, topics, namespaces, tenants, [...members.values(), ...places]].flatMap(sameNames);
}

interface NamedEdge {
  readonly childName: string;
  readonly what: string;
  readonly path: string;
}

function sameNames(edges: readonly NamedEdge[]): readonly Finding[] {
  const names = new Map<string, NamedEdge>();
  return edges.flatMap((edge) => {
    const same = names.get(edge.childName);
    names.set(edge.childName, edge);
    if (same === undefined) return [];
    const message = `"${edge.what}" gives a resource the name ${edge.childName}, as "${same.what}" (${same.path}) does`;
    return [{ path: edge.path, message, help: "give a member another `name`, or use another topic name" }];
  });
}
