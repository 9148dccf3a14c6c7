import { argumentPath } from "../argument-path";
import type { MeshSpec } from "../mesh";
import type { MeshNamespaceSpec } from "../mesh-namespace";
import type { OnDelete } from "../ownership";
import { isOwnedNamespace, isOwnedTenant } from "../replication/replications";
import { sortedEntries } from "../sorted-entries";
import { topicKeys } from "../topic-keys";
import { readFullName } from "../topic-name";
import { isKnown } from "../unknown";
import type { CheckedMesh, Finding, Rule } from "./rule";

/** FM038 */
export const retainedObjects: Rule = {
  code: "FM038",
  severity: "warning",
  inManifests: "warning",
  title: "What stays is not in something that goes",
  description:
    'A topic with `onDelete: "retain"` stays when it leaves the mesh, and so does such a namespace. Where the mesh owns the namespace of the topic, or the tenant of the namespace, `pulumi destroy` cannot delete that as long as something is in it, and with "force" it takes along what was to stay, and what is said to be of others.',
  check: ({ spec, home }: CheckedMesh) => [...topicFindings({ spec, home }), ...namespaceFindings(spec)],
};

const topicFindings = (mesh: Pick<CheckedMesh, "spec" | "home">): readonly Finding[] =>
  [...topicKeys(mesh)].flatMap(([full, key]) => {
    const { topics, namespaces = {} } = mesh.spec;
    const [name, entry] = [readFullName(full), topics?.[key]];
    if (name === undefined || entry === undefined) return [];
    const around = `${name.tenant}/${name.pulsarNamespace}`;
    if (!isOwnedNamespace(mesh.spec, around)) return [];
    return findings({
      what: "topic",
      entry,
      path: argumentPath("topics", key),
      kind: "namespace",
      around: argumentPath("namespaces", around),
      end: namespaces[around]?.onDelete,
    });
  });

const namespaceFindings = (spec: MeshSpec): readonly Finding[] =>
  sortedEntries<MeshNamespaceSpec>(spec.namespaces).flatMap(([name, entry]) => {
    const tenant = name.split("/")[0] ?? "";
    if (!isOwnedTenant(spec, tenant)) return [];
    return findings({
      what: "namespace",
      entry,
      path: argumentPath("namespaces", name),
      kind: "tenant",
      around: argumentPath("tenants", tenant),
      end: spec.tenants?.[tenant]?.onDelete,
    });
  });

interface Retained {
  readonly what: string;
  readonly entry: { readonly external?: boolean; readonly onDelete?: OnDelete };
  readonly path: string;
  /** The entry of what it is in, and what becomes of that. */
  readonly around: string;
  readonly kind: string;
  readonly end: OnDelete | undefined;
}

function findings({ what, entry, path, around, kind, end = "delete" }: Retained): readonly Finding[] {
  const helpTo = (retain: string): string =>
    `set ${argumentPath(around, "onDelete")} to ${retain}, or \`external: true\` there where the ${kind} is others'`;
  if (entry.external === true)
    return end === "force"
      ? [
          {
            path: argumentPath(path, "external"),
            message: `says that the ${what} is others', while ${around} is deleted with the mesh, with the ${what} in it`,
            help: helpTo('"retain"'),
          },
        ]
      : [];
  if (entry.onDelete !== "retain" || end === "retain" || !isKnown(end)) return [];
  const then = end === "force" ? `with the ${what} in it` : `which is refused as long as the ${what} is in it`;
  return [
    {
      path: argumentPath(path, "onDelete"),
      message: `keeps the ${what}, while ${around} is deleted with the mesh, ${then}`,
      help: helpTo('"retain" as well'),
    },
  ];
}
