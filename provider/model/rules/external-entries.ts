import { argumentPath } from "../argument-path";
import { namespaceSettings, tenantSettings } from "../mesh-namespace";
import { sortedEntries } from "../sorted-entries";
import { topicSettingsOf } from "../topic-settings-of";
import type { CheckedMesh, Finding } from "./rule";

/** Settings of topics, namespaces and tenants of others, which the mesh never makes or changes. */
export const externalEntryFindings = ({ spec }: CheckedMesh): readonly Finding[] => [
  // Members wait idle for more partitions than a topic has; and where it is replicated to tells whether edges across clusters are right.
  ...findings(
    { map: "topics", what: "topic", told: ["partitions", "replicationClusters"] },
    spec.topics,
    topicSettingsOf,
  ),
  ...findings(
    { map: "namespaces", what: "namespace", told: ["replicationClusters"] },
    spec.namespaces,
    namespaceSettings,
  ),
  ...findings({ map: "tenants", what: "tenant", told: [] }, spec.tenants, tenantSettings),
];

interface ExternalMap {
  readonly map: "topics" | "namespaces" | "tenants";
  readonly what: string;
  /** Settings that the mesh is told of all the same. */
  readonly told: readonly string[];
}

const findings = <Entry extends { readonly external?: boolean }>(
  { map, what, told }: ExternalMap,
  entries: Readonly<Record<string, Entry>> | undefined,
  settingsOf: (entry: Entry) => object,
): readonly Finding[] =>
  sortedEntries(entries)
    .filter(([, entry]) => entry.external === true)
    .flatMap(([key, entry]) =>
      Object.entries(settingsOf(entry))
        .filter(([name, value]) => !told.includes(name) && value !== undefined)
        .map(([name]) => ({
          path: argumentPath(map, key, name),
          message: `has no effect for a ${what} that belongs to somebody else`,
          help: "leave it out, or leave out `external`",
        })),
    );
