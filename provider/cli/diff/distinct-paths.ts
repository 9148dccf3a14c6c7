import type { MeshFacts } from "../../model/changes/mesh-facts";
import type { Component } from "../../model/operator/component";
import type { MeshOfFile } from "./mesh-of-file";

type Compared = readonly [before: MeshOfFile, after: MeshOfFile];

/**
 * Both sides of a comparison, in which components that share a key are told with their Kubernetes namespaces: `function/streaming/enrich`.
 * A key is unique in its namespace alone, and one of two would else be taken for the other.
 */
export function withDistinctPaths([before, after]: Compared): Compared {
  const shared = new Set([before, after].flatMap(({ facts }) => sharedPaths(facts)));
  return shared.size === 0 ? [before, after] : [told(before, shared), told(after, shared)];
}

/** Components stand at their keys. */
function sharedPaths({ members }: MeshFacts): readonly string[] {
  const seen = new Set<string>();
  return members.flatMap(({ path }) => {
    if (seen.has(path)) return [path];
    seen.add(path);
    return [];
  });
}

const told = (mesh: MeshOfFile, shared: ReadonlySet<string>): MeshOfFile => ({
  ...mesh,
  facts: {
    ...mesh.facts,
    members: mesh.facts.members.map((member) => (shared.has(member.path) ? { ...member, path: member.id } : member)),
  },
  components: mesh.components.map((component) =>
    shared.has(component.key) ? { ...component, key: keyWithNamespace(component) } : component,
  ),
});

/** What facts tell the component apart by. */
const keyWithNamespace = ({ kind, kubernetesNamespace, componentName }: Component): string =>
  `${kind}/${kubernetesNamespace}/${componentName}`;
