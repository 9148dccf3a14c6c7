import { namespacePolicies } from "./namespace-policies";
import { textsOf } from "../resource/decode";
import { type PolicyWrite } from "./namespace-policy-requests";
import { type Properties } from "../resource/resource";
import { canSetQuota, isAboveQuota } from "./retention-above-quota";

/** Values that policies are to get, `undefined` to unset one; all of them differ from what is there. */
export type WantedPolicies = ReadonlyMap<string, unknown>;

type Group = (actual: Properties, wanted: WantedPolicies, declared: Properties) => readonly PolicyWrite[];

/** Policies that the broker checks against each other, or that one call changes together. */
const groups: readonly { readonly fields: readonly string[]; readonly writes: Group }[] = [
  { fields: ["allowedClusters", "replicationClusters"], writes: clusterWrites },
  { fields: ["retention", "backlogQuota"], writes: retentionWrites },
  {
    fields: ["offloadPolicies", "offloadThreshold", "offloadThresholdSeconds", "offloadDeletionLagMs"],
    writes: offloadWrites,
  },
];

/** The writes in an order in which the broker takes every single one. */
export function orderedWrites(
  actual: Properties,
  wanted: WantedPolicies,
  declared: Properties,
): readonly PolicyWrite[] {
  const grouped = new Set(groups.flatMap(({ fields }) => fields));
  const rest = Object.keys(namespacePolicies).filter((field) => !grouped.has(field) && wanted.has(field));
  return [
    ...groups.flatMap(({ writes }) => writes(actual, wanted, declared)),
    ...rest.map((field) => plainWrite(actual, wanted, field)),
  ];
}

const plainWrite = (actual: Properties, wanted: WantedPolicies, field: string): PolicyWrite => ({
  field,
  before: actual[field],
  after: wanted.get(field),
});

const inOrder = (actual: Properties, wanted: WantedPolicies, fields: readonly string[]): readonly PolicyWrite[] =>
  fields.filter((field) => wanted.has(field)).map((field) => plainWrite(actual, wanted, field));

/** Clusters that are replicated to have to be allowed at every moment. Where nothing is said to be allowed, anything is. */
function clusterWrites(actual: Properties, wanted: WantedPolicies): readonly PolicyWrite[] {
  if (!wanted.has("allowedClusters")) return inOrder(actual, wanted, ["replicationClusters"]);
  const replicated = textsOf(actual["replicationClusters"]);
  const toReplicate = wanted.has("replicationClusters") ? textsOf(wanted.get("replicationClusters")) : replicated;
  const allowed = textsOf(actual["allowedClusters"]);
  // Unset means the clusters that are replicated to.
  const toAllow = wanted.get("allowedClusters") === undefined ? toReplicate : textsOf(wanted.get("allowedClusters"));
  const allow: PolicyWrite = { field: "allowedClusters", after: toAllow };
  const replicate = inOrder(actual, wanted, ["replicationClusters"]);
  if (replicate.length === 0 || includesAll(toAllow, replicated)) return [allow, ...replicate];
  if (allowed.length === 0 || includesAll(allowed, toReplicate)) return [...replicate, allow];
  const both = [...new Set([...toAllow, ...replicated])];
  return [{ field: "allowedClusters", after: both }, ...replicate, allow];
}

const includesAll = (list: readonly string[], items: readonly string[]): boolean =>
  items.every((item) => list.includes(item));

/** Retention under which the broker takes every quota, and which it takes beside every quota. It keeps more, never less. */
const everything = { minutes: -1, size: "unlimited" };

/** Retention has to be above the quota at every moment. It is never unset on the way: then the broker would drop what it keeps. */
function retentionWrites(actual: Properties, wanted: WantedPolicies, declared: Properties): readonly PolicyWrite[] {
  const writes = inOrder(actual, wanted, ["backlogQuota", "retention"]);
  const quota = { before: actual["backlogQuota"], after: wanted.get("backlogQuota") };
  if (!wanted.has("backlogQuota") || canSetQuota(quota, actual["retention"])) return writes;
  const retention = wanted.has("retention") ? wanted.get("retention") : declared["retention"];
  // Somebody else's retention is not touched, not even for a moment; the broker then says what is wrong.
  if (retention === undefined && !wanted.has("retention")) return writes;
  const isRaised = isAboveQuota(retention, actual["backlogQuota"]) && canSetQuota(quota, retention);
  if (isRaised && wanted.has("retention")) return [...writes].reverse();
  const raise = { field: "retention", after: everything };
  return [raise, ...inOrder(actual, wanted, ["backlogQuota"]), { field: "retention", after: retention }];
}

/** A write of the storage takes the thresholds away, whoever set them: so they follow it. */
function offloadWrites(actual: Properties, wanted: WantedPolicies): readonly PolicyWrite[] {
  const thresholds = ["offloadThreshold", "offloadThresholdSeconds", "offloadDeletionLagMs"];
  const storage = inOrder(actual, wanted, ["offloadPolicies"]);
  if (storage.length === 0) return inOrder(actual, wanted, thresholds);
  return [
    ...storage,
    ...thresholds.flatMap((field): readonly PolicyWrite[] => {
      if (wanted.has(field)) return [plainWrite(actual, wanted, field)];
      return actual[field] === undefined ? [] : [{ field, after: actual[field] }];
    }),
  ];
}
