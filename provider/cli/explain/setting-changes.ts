import { writtenSteps } from "../../model/argument-path";

const checksOnly = "nothing changes but what is checked";
const owned = "the mesh takes it for its own, or gives up its resource of it; no instance restarts";
const emptied = "one that comes is created; one that goes is deleted, unless it still holds something";

/** What the mesh itself states: nothing in Pulsar has a field for it. */
const ofMesh: Readonly<Record<string, string>> = {
  naming: "replace: the workloads of all members are made anew under other names",
  ordering: "no instance restarts; members start in the other order from then on",
  validation: checksOnly,
};

interface OwnedMap {
  /** Of entries that come and go. */
  readonly entries: string;
  /** Fields whose change is another one than that of most settings, which are set in place. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What the mesh owns in Pulsar. */
const ownedMaps: Readonly<Record<string, OwnedMap>> = {
  tenants: { entries: emptied, fields: { external: owned } },
  namespaces: {
    entries: emptied,
    fields: { external: owned, bundles: "refused: it counts when the namespace is made" },
  },
  topics: {
    entries: "one that comes is created; one that goes is deleted, with the messages in it",
    fields: {
      external: owned,
      terminal: checksOnly,
      partitionLimit: checksOnly,
      pulsarCluster: "created in the other Pulsar cluster, and deleted in the one before unless a member uses it there",
      partitions: "in place: partitions are added, and no instance restarts; Pulsar refuses to take any away",
      schema: "in place: a new version, where Pulsar takes it; no instance restarts",
    },
  },
};

/** What a change does of a field that no instance has; `path` as in a Field. */
export function settingChange(path: string): string | undefined {
  const [first = "", , field] = writtenSteps(path);
  const map = Object.hasOwn(ownedMaps, first) ? ownedMaps[first] : undefined;
  if (map === undefined) return Object.hasOwn(ofMesh, first) ? ofMesh[first] : undefined;
  if (field === undefined) return map.entries;
  return Object.hasOwn(map.fields, field) ? map.fields[field] : "in place; no instance restarts";
}
