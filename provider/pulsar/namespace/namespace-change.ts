import { type AdminClient } from "../admin/client";
import { recordOf, textRecordOf } from "../resource/decode";
import { diffFields, differingFields } from "../resource/diff";
import { localCluster } from "../lookup";
import { mergeNamespaceProperties, type NamespaceName, removeNamespaceProperty, writePolicy } from "./namespace-api";
import { namespaceFields } from "./namespace-args";
import { namespacePolicies } from "./namespace-policies";
import { type ActualNamespace, readNamespace } from "./namespace-reading";
import { orderedWrites } from "./namespace-write-order";
import { stampKey, stampOf } from "../resource/ownership";
import { expectKept } from "../resource/read-back";
import { type OperationContext, type Properties, type Secrets } from "../resource/resource";

/** Arguments that are maps of which only the declared members are ours. */
const maps = ["backlogQuota", "properties"] as const;

/** The namespace in our words, with those members of maps only that are declared: others are not ours. */
export function actualFields({ policies, properties }: ActualNamespace, declared: Properties): Properties {
  const actual: Properties = { ...policies, properties };
  const owned = maps.map((field): readonly [string, unknown] => {
    const wanted = recordOf(declared[field]);
    const members = Object.entries(recordOf(actual[field])).filter(([key]) => wanted[key] !== undefined);
    return [field, members.length === 0 ? undefined : Object.fromEntries(members)];
  });
  return { ...actual, ...Object.fromEntries(owned) };
}

/** The arguments as they were and are, with the members of maps of both: all that is or was ours. */
export const everDeclared = (old: Properties, inputs: Properties): Properties => ({
  ...old,
  ...inputs,
  ...Object.fromEntries(maps.map((field) => [field, { ...recordOf(old[field]), ...recordOf(inputs[field]) }])),
});

export interface NamespaceChange {
  readonly name: NamespaceName;
  readonly actual: ActualNamespace;
  /** What was declared before. */
  readonly old: Properties;
  readonly inputs: Properties;
}

/** Sets what is declared and different, and unsets what was declared and no longer is; leaves alone the rest. */
export async function changeNamespace(
  admin: AdminClient,
  change: NamespaceChange,
  { urn }: Pick<OperationContext, "urn">,
): Promise<void> {
  const { name, actual, old, inputs } = change;
  const ours = actualFields(actual, everDeclared(old, inputs));
  for (const write of orderedWrites(ours, await wantedPolicies(admin, change, ours), inputs)) {
    await writePolicy(admin, name, write);
  }
  const wanted = { ...textRecordOf(inputs["properties"]), [stampKey]: stampOf(urn) };
  const found: Readonly<Record<string, string | undefined>> = { ...actual.properties, [stampKey]: actual.stamp };
  const differing = Object.entries(wanted).filter(([key, value]) => found[key] !== value);
  await mergeNamespaceProperties(admin, name, Object.fromEntries(differing));
  for (const key of droppedProperties(old, inputs)) await removeNamespaceProperty(admin, name, key);
}

async function wantedPolicies(
  admin: AdminClient,
  { old, inputs }: NamespaceChange,
  ours: Properties,
): Promise<ReadonlyMap<string, unknown>> {
  const changed = changedFields(ours, inputs).filter((field) => inputs[field] !== undefined);
  const wanted = new Map(changed.map((field) => [field, inputs[field]]));
  for (const field of droppedPolicies(old, inputs)) wanted.set(field, undefined);
  if (wanted.has("replicationClusters") && inputs["replicationClusters"] === undefined)
    wanted.set("replicationClusters", [await localCluster(admin)]);
  return wanted;
}

/** Policies whose values differ, by name. */
export const changedFields = (before: Properties, after: Properties): readonly string[] => [
  ...new Set(diffFields(namespacePolicies, before, after).map(({ path }) => path.split(/[.[]/)[0] ?? path)),
];

const droppedPolicies = (old: Properties, inputs: Properties): readonly string[] =>
  Object.keys(namespacePolicies).filter((field) => old[field] !== undefined && inputs[field] === undefined);

const droppedProperties = (old: Properties, inputs: Properties): readonly string[] =>
  Object.keys(recordOf(old["properties"])).filter((key) => recordOf(inputs["properties"])[key] === undefined);

export interface NamespaceCheck extends Pick<NamespaceChange, "name" | "old" | "inputs"> {
  readonly secrets: Secrets;
}

/** Reads back what was declared, and that what was dropped is unset. */
export async function verifyNamespace(
  admin: AdminClient,
  { name, old, inputs, secrets }: NamespaceCheck,
): Promise<void> {
  const declared = everDeclared(old, inputs);
  await expectKept(`namespace ${name.full}`, async () => {
    const actual = await readNamespace(admin, name, declared);
    if (actual === undefined) return ["itself (it is not there)"];
    const differing = differingFields(namespaceFields, inputs, actualFields(actual, inputs), secrets);
    return [...differing, ...stillSet(actualFields(actual, declared), old, inputs).map((field) => `${field} (unset)`)];
  });
}

/** Dropped arguments, and dropped members of maps, that are there all the same. */
function stillSet(actual: Properties, old: Properties, inputs: Properties): readonly string[] {
  const policies = droppedPolicies(old, inputs).filter((field) => {
    const row = Object.entries(namespacePolicies).find(([known]) => known === field)?.[1];
    const isSet = actual[field] !== undefined && actual[field] !== row?.initial;
    return isSet && row?.unset !== "localCluster" && row?.unset !== "replicationClusters";
  });
  const members = maps.flatMap((field) => {
    const [before, now] = [recordOf(old[field]), recordOf(inputs[field])];
    return Object.keys(recordOf(actual[field]))
      .filter((key) => before[key] !== undefined && now[key] === undefined)
      .map((key) => `${field}.${key}`);
  });
  return [...new Set([...policies, ...members])];
}
