import { argumentPath } from "../argument-path";
import type { MeshPlan } from "../plan";
import { writtenTopics } from "../written-topics";
import { topicKeys } from "../topic-keys";
import { isWrittenOut } from "../topic-label";
import type { CheckedMesh, Finding } from "./rule";

/** A name that follows from others, and the argument it follows from. */
interface DerivedName {
  readonly childName: string;
  readonly what: string;
  readonly path: string;
}

/** Pulumi names of edges are joined from parts with dashes, which two different edges can do to the same name. */
export function derivedNames(mesh: CheckedMesh): readonly Finding[] {
  const { namespaces, tenants } = mesh.plan;
  return [
    ...sameNames(subscriptionNames(mesh.plan), "give a member another `name`, or use another topic name"),
    ...sameNames(topicNames(mesh), "use another topic name"),
    ...sameNames(
      namespaces.map(({ childName, tenant, pulsarNamespace }) => {
        const what = `${tenant}/${pulsarNamespace}`;
        return { childName, what, path: argumentPath("namespaces", what) };
      }),
      "use another namespace",
    ),
    ...sameNames(
      tenants.map(({ childName, tenant }) => ({ childName, what: tenant, path: argumentPath("tenants", tenant) })),
      "use another tenant",
    ),
    ...sameNames(placeNames(mesh.plan), "give a member another `name`, or the Kubernetes cluster another key"),
  ];
}

/** Those of one member come out the same where their topics do. */
const subscriptionNames = ({ members }: MeshPlan): readonly DerivedName[] =>
  eachNameOnce(members).flatMap((member) => {
    const subscriptions = eachNameOnce(member.subscriptions);
    if (subscriptions.length === 0) return [];
    const paths = new Map([...member.reads, ...member.found].map(({ name, path }) => [name, path]));
    return subscriptions.map(({ childName, topic }) => ({
      childName,
      what: topic,
      path: paths.get(topic) ?? argumentPath(member.path, "input"),
    }));
  });

/** What comes of one name is told by whoever looks at that: it is not told as well. */
const eachNameOnce = <Item extends { readonly childName: string }>(items: readonly Item[]): readonly Item[] => [
  ...new Map(items.map((item) => [item.childName, item])).values(),
];

/** Topics that other resources compute are theirs, and give no resource a name. */
function topicNames(mesh: CheckedMesh): readonly DerivedName[] {
  const paths = new Map<string, string>();
  for (const member of mesh.plan.members)
    for (const { name, path } of [...member.reads, ...writtenTopics(member)].filter(isWrittenOut))
      if (!paths.has(name)) paths.set(name, path);
  for (const [name, key] of topicKeys(mesh)) paths.set(name, argumentPath("topics", key));
  return mesh.plan.topics.flatMap(({ childName, name }) => {
    const path = paths.get(name);
    return path === undefined ? [] : [{ childName, what: name, path }];
  });
}

/** Further places are held against all members. */
function placeNames({ members }: MeshPlan): readonly DerivedName[] {
  const firsts = eachNameOnce(members).map(({ childName, name, path }) => ({ childName, what: name, path }));
  const further = members.flatMap(({ name, path, places: [, ...places] }) =>
    places.map(({ childName, cluster }) => ({ childName, what: `${name} in ${cluster}`, path })),
  );
  return [...firsts, ...further];
}

function sameNames(edges: readonly DerivedName[], help: string): readonly Finding[] {
  const names = new Map<string, DerivedName>();
  return edges.flatMap((edge) => {
    const same = names.get(edge.childName);
    names.set(edge.childName, edge);
    if (same === undefined) return [];
    const message = `"${edge.what}" gives a resource the name ${edge.childName}, as "${same.what}" (${same.path}) does`;
    return [{ path: edge.path, message, help }];
  });
}
