import { type ClusterRegistrationSpec } from "../../model/cluster-registration";
import { isKnown } from "../../model/unknown";
import { checkFields } from "../resource/check";
import { listOf } from "../resource/decode";
import { type Field, type Fields } from "../resource/field";
import { all, asSet, eachItem, matching, notEmpty, oneOf, pulsarName, trueOrFalse } from "../resource/field-checks";
import { type OwnershipArgs } from "../resource/ownership";
import { ownershipFields } from "../resource/ownership-fields";
import { type CheckFailure, type CheckResult, type Properties } from "../resource/resource";

/**
 * Another Pulsar cluster, as the brokers of this one know it: where messages can be replicated to. It makes no cluster. Its id, and
 * what an import takes, is the cluster's name. Only a superuser may register one.
 *
 * The broker deletes a cluster whoever needs it. So one that tenants, namespaces or peers still name is not deleted, nor ever
 * the broker's own; the error says who names it. With `onDelete` `force` nobody is asked: tenants and namespaces that still name
 * the cluster can then be neither changed nor deleted, until it is made again.
 */
export interface ClusterArgs extends ClusterRegistrationSpec, OwnershipArgs {
  /**
   * Pulsar's name of the cluster, the `clusterName` of its brokers.
   * @example "pulsar-west"
   * @replace
   */
  readonly cluster: string;
  /**
   * Others need the registration as well. One that is there already is used as it is, and neither changed nor deleted. One that is made
   * stays, and a line says so, where tenants, namespaces or clusters still name it when it is to be deleted.
   * @default false: it is this resource's alone
   * @example true
   */
  readonly shared?: boolean;
}

const flag: Field = { check: trueOrFalse };
const text: Field = { check: matching(/\S/, "is empty; leave it out instead.") };
const storeType: Field = { check: oneOf("JKS", "PKCS12") };

const url = (...schemes: readonly string[]): Field => ({
  check: (value, path, show) => {
    const isUrl =
      typeof value === "string" &&
      /^[^:]+:\/\/[^\s/]\S*$/.test(value) &&
      schemes.some((scheme) => value.startsWith(`${scheme}://`));
    const forms = schemes.map((scheme) => `${scheme}://host:port`).join(" or ");
    return isUrl ? [] : [{ property: path, reason: `${show(value)} is not a URL like ${forms}.` }];
  },
});

/** What the broker keeps of a cluster, each under Pulsar's own name. */
export const registrationFields = {
  serviceUrl: url("http"),
  serviceUrlTls: url("https"),
  brokerServiceUrl: url("pulsar"),
  brokerServiceUrlTls: url("pulsar+ssl"),
  proxyServiceUrl: url("pulsar", "pulsar+ssl"),
  // Of another word the broker makes none, and says nothing.
  proxyProtocol: { check: oneOf("SNI") },
  listenerName: text,
  authenticationPlugin: text,
  authenticationParameters: text,
  peerClusterNames: { check: all(notEmpty, eachItem(pulsarName)), normal: asSet },
  brokerClientTlsEnabled: flag,
  tlsAllowInsecureConnection: flag,
  brokerClientTrustCertsFilePath: text,
  brokerClientCertificateFilePath: text,
  brokerClientKeyFilePath: text,
  brokerClientTlsEnabledWithKeyStore: flag,
  brokerClientTlsTrustStoreType: storeType,
  brokerClientTlsTrustStore: text,
  brokerClientTlsTrustStorePassword: text,
  brokerClientTlsKeyStoreType: storeType,
  brokerClientTlsKeyStore: text,
  brokerClientTlsKeyStorePassword: text,
  brokerClientSslFactoryPlugin: text,
  brokerClientSslFactoryPluginParams: text,
} as const satisfies Fields<ClusterRegistrationSpec>;

/** Arguments that concern what we do, and nothing at the broker. */
export const wordsOnDeletion = { ...ownershipFields, shared: flag } as const;

export const clusterFields = {
  cluster: { required: true, replace: true, check: pulsarName },
  ...registrationFields,
  ...wordsOnDeletion,
} as const satisfies Fields<ClusterArgs>;

const alwaysSecret = [
  "authenticationParameters",
  "brokerClientTlsTrustStorePassword",
  "brokerClientTlsKeyStorePassword",
] as const;

/** Arguments that no error shows: those that are secrets by nature, and those that the program marked. */
export const secretsOf = (marked: ReadonlySet<string> | undefined): ReadonlySet<string> =>
  new Set([...alwaysSecret, ...(marked ?? [])]);

export function checkClusterArgs(inputs: Properties, marked?: ReadonlySet<string>): CheckResult {
  const result = checkFields(clusterFields, inputs, secretsOf(marked));
  return { ...result, failures: [...result.failures, ...proxyFailures(result.inputs), ...peerFailures(result.inputs)] };
}

/** One without the other the broker takes, and connects without a proxy. */
function proxyFailures({ proxyServiceUrl, proxyProtocol }: Properties): readonly CheckFailure[] {
  if ((proxyServiceUrl === undefined) === (proxyProtocol === undefined)) return [];
  const [property, missing] =
    proxyProtocol === undefined ? ["proxyServiceUrl", "proxyProtocol"] : ["proxyProtocol", "proxyServiceUrl"];
  return [{ property, reason: `does nothing without ${missing}: state both.` }];
}

function peerFailures({ cluster, peerClusterNames }: Properties): readonly CheckFailure[] {
  const isOwnPeer = isKnown(cluster) && cluster !== undefined && listOf(peerClusterNames).includes(cluster);
  return isOwnPeer ? [{ property: "peerClusterNames", reason: "names the cluster itself: take it out." }] : [];
}

/** What a registration gives back besides its arguments. */
export interface ClusterOutputs {
  /** True for a shared one that was there already. */
  readonly found?: boolean;
}
