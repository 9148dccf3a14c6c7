import { numberOf, recordOf, textRecordOf } from "../resource/decode";
import { namespacePolicies } from "./namespace-policies";
import { type NamespacePolicy } from "./namespace-policy";
import { stampKey } from "../resource/ownership";
import { decoded, encoded } from "../forms/policy-form";
import { type Properties } from "../resource/resource";

const rows: readonly (readonly [string, NamespacePolicy])[] = Object.entries(namespacePolicies);

/** Policies that a namespace cannot be created with, so that they are set after it. `cluster` is the local one, where known. */
export const policiesBesideBody = (inputs: Properties, cluster: string | undefined): readonly string[] =>
  rows
    .filter(([field, row]) => inputs[field] !== undefined && !isInBody(field, inputs, { row, cluster }))
    .map(([field]) => field);

/** Whether it takes the local cluster's name to create the namespace with all its policies. */
export const needsClusterName = (inputs: Properties): boolean =>
  rows.some(([field, { perCluster }]) => perCluster === true && inputs[field] !== undefined);

interface Place {
  readonly row: NamespacePolicy;
  readonly cluster: string | undefined;
}

function isInBody(field: string, inputs: Properties, { row, cluster }: Place): boolean {
  // With allowed clusters in it, the broker does not make the namespace one of the local cluster, nor can it then be deleted.
  if (field === "allowedClusters" && inputs["replicationClusters"] === undefined) return false;
  return row.key !== undefined && row.isCheckedAlone !== true && (row.perCluster !== true || cluster !== undefined);
}

/** The body that creates a namespace with every declared policy at once. */
export function creationBody(inputs: Properties, stamp: string, cluster: string | undefined): Properties {
  const declared = rows.filter(
    ([field, row]) => inputs[field] !== undefined && isInBody(field, inputs, { row, cluster }),
  );
  const policies = declared.reduce<Properties>((body, [field, row]) => {
    const value = encoded(row, inputs[field]);
    const own = row.perCluster === true && cluster !== undefined ? { [cluster]: value } : value;
    return withValue(body, (row.key ?? "").split("."), own);
  }, {});
  const bundles = numberOf(inputs["bundles"]);
  return {
    ...policies,
    ...(bundles === undefined ? {} : { bundles: { numBundles: bundles } }),
    properties: { ...textRecordOf(inputs["properties"]), [stampKey]: stamp },
  };
}

/** The object with a value in it, beside those that are there. */
function withValue(object: Properties, [key = "", ...rest]: readonly string[], value: unknown): Properties {
  const there = recordOf(object[key]);
  if (rest.length > 0) return { ...object, [key]: withValue(there, rest, value) };
  return { ...object, [key]: Object.keys(there).length > 0 ? { ...there, ...recordOf(value) } : value };
}

/** Whether the body holds rates of several clusters, so that the local one's name is needed to read it. */
export const isOfSeveralClusters = (body: Properties): boolean =>
  rows.some(
    ([, { key = "", perCluster }]) => perCluster === true && Object.keys(recordOf(valueAt(body, key))).length > 1,
  );

/** Our policies of a namespace's body, each with an entry, `undefined` where nothing is set. */
export const policiesOf = (body: Properties, cluster: string | undefined): Properties =>
  Object.fromEntries(
    rows.flatMap(([field, row]) => (row.key === undefined ? [] : [[field, policyOfBody(row, body, cluster)]])),
  );

function policyOfBody(row: NamespacePolicy, body: Properties, cluster: string | undefined): unknown {
  const { key = "", formerKey = key, perCluster } = row;
  const found = valueAt(body, key) ?? valueAt(body, formerKey);
  if (perCluster !== true) return decoded(row, found) ?? row.initial;
  const rates = recordOf(found);
  return decoded(row, cluster === undefined ? Object.values(rates)[0] : rates[cluster]);
}

const valueAt = (body: Properties, key: string): unknown =>
  key.split(".").reduce<unknown>((value, part) => recordOf(value)[part], body);
