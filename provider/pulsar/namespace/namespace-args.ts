import { isPathStep } from "../../model/path-step";
import { type NamespaceSpec } from "../../model/namespace";
import { isKnown, isWhollyKnown } from "../../model/unknown";
import { checkFields } from "../resource/check";
import { recordOf, textsOf } from "../resource/decode";
import { type Field, type Fields } from "../resource/field";
import { pulsarName, textProperties, wholeNumber } from "../resource/field-checks";
import { namespacePolicies } from "./namespace-policies";
import { type OwnershipArgs, type StampedOutputs, stampKey } from "../resource/ownership";
import { type FoundClustersArgs, foundClustersFields } from "../resource/found-clusters";
import { ownershipFields } from "../resource/ownership-fields";
import { type CheckFailure, type CheckResult, type Properties } from "../resource/resource";
import { retentionFailures } from "./retention-above-quota";
import { showOf } from "../resource/show";

/** A Pulsar namespace and its policies. Its id, and what an import takes, is `tenant/namespace`. */
export interface NamespaceArgs extends NamespaceSpec, OwnershipArgs, FoundClustersArgs {
  /**
   * Name of the tenant, which has to exist.
   * @example "retail"
   * @replace
   */
  readonly tenant: string;
  /**
   * Name of the namespace, without its tenant.
   * @example "orders"
   * @replace
   */
  readonly namespace: string;
}

/** What a namespace gives back besides its arguments. */
export interface NamespaceOutputs extends StampedOutputs {
  /** The full name: `tenant/namespace`. */
  readonly fullName: string;
}

/** A broker with the usual settings has no use for more, and cuts its range into them one by one. */
const mostBundles = 4096;

export const namespaceFields = {
  tenant: { required: true, replace: true, check: pulsarName },
  namespace: { required: true, replace: true, check: pulsarName },
  ...namespacePolicies,
  properties: { check: checkProperties },
  // The number that is found is another one as soon as a bundle is split, and means nothing then.
  bundles: { check: wholeNumber(1, mostBundles), normal: () => undefined },
  ...foundClustersFields,
  ...ownershipFields,
} as const satisfies Fields<NamespaceArgs>;

function checkProperties(...[value, path, show]: Parameters<NonNullable<Field["check"]>>): readonly CheckFailure[] {
  const keys = Object.keys(recordOf(value));
  if (keys.includes(stampKey))
    return [{ property: path, reason: `${stampKey} is the provider's own mark: leave it out.` }];
  const odd = keys.filter((key) => key === "" || isPathStep(key));
  return [
    ...odd.map((key) => ({
      property: `${path}[${show(key)}]`,
      reason: "is a name that Pulsar cannot take away again: write another one.",
    })),
    ...textProperties(value, path, show),
  ];
}

export function checkNamespaceArgs(
  inputs: Properties,
  old: Properties | undefined,
  secrets?: ReadonlySet<string>,
): CheckResult {
  const { inputs: complete, failures } = checkFields(namespaceFields, inputs, secrets);
  const together = failures.length > 0 ? [] : [...clusterFailures(complete, secrets), ...retentionFailures(complete)];
  return {
    inputs: complete,
    failures: [...failures, ...together, ...bundleFailures(complete, old, secrets)],
  };
}

/** The broker refuses it too, in words that do not name the argument. */
function clusterFailures(
  { allowedClusters, replicationClusters }: Properties,
  secrets: ReadonlySet<string> | undefined,
): readonly CheckFailure[] {
  if (allowedClusters === undefined || ![allowedClusters, replicationClusters].every(isWhollyKnown)) return [];
  const missing = textsOf(replicationClusters).filter((cluster) => !textsOf(allowedClusters).includes(cluster));
  const names = showOf("replicationClusters", secrets)(missing);
  const reason = `lacks ${names}, which replicationClusters names: add them.`;
  return missing.length === 0 ? [] : [{ property: "allowedClusters", reason }];
}

/** Replacing the namespace would lose its messages, and doing nothing would hide that nothing is done. */
function bundleFailures(
  inputs: Properties,
  old: Properties | undefined,
  secrets: ReadonlySet<string> | undefined,
): readonly CheckFailure[] {
  const [before, after] = [old?.["bundles"], inputs["bundles"]];
  const isSame = old?.["tenant"] === inputs["tenant"] && old?.["namespace"] === inputs["namespace"];
  if (!isSame || before === undefined || after === undefined || before === after || !isKnown(after)) return [];
  const show = showOf("bundles", secrets);
  const reason = `counts when the namespace is made, which it was with ${show(before)}: ${show(after)} comes too late. Put it back, and split bundles at the broker.`;
  return [{ property: "bundles", reason }];
}
