import type { PulsarAuthSpec, PulsarClusterSpec } from "../../model/pulsar-cluster";
import { hostsOf } from "../../pulsar/admin/hosts";
import { readClientConf, textOf } from "./client-conf";

type Variables = Readonly<Record<string, string | undefined>>;
type Cluster = Partial<PulsarClusterSpec>;

/**
 * What the arguments leave out, from the environment variables that Pulsar's own tools read. A token there also takes the place
 * of one that is written down, which may be older. If they name another cluster's URL than the arguments, nothing of theirs is
 * used: a credential goes to the cluster that it is for.
 */
export function withEnvironment(stated: Cluster, variables: Variables): Cluster {
  const found = foundFor(stated, variables);
  if (stated.adminUrl !== undefined && found.adminUrl !== undefined && !isSame(stated.adminUrl, found.adminUrl)) {
    return stated;
  }
  return { ...found, ...stated, ...authOf(stated, found) };
}

/** A file that cannot be read matters only to those who need it. */
function foundFor({ adminUrl }: Cluster, variables: Variables): Cluster {
  try {
    return environmentCluster(variables);
  } catch (error) {
    if (adminUrl === undefined) throw error;
    return {};
  }
}

function authOf({ auth: stated }: Cluster, { auth: found }: Cluster): { readonly auth?: PulsarAuthSpec } {
  if (stated?.token !== undefined && found?.tokenVariable !== undefined) {
    return { auth: { ...found, ...(stated.headers === undefined ? {} : { headers: stated.headers }) } };
  }
  const auth = stated ?? found;
  return auth === undefined ? {} : { auth };
}

/** The cluster that the environment names: single variables come before the file of `PULSAR_CLIENT_CONF`. */
function environmentCluster(variables: Variables): Cluster {
  const set = (...names: readonly string[]): string | undefined => names.find((name) => (variables[name] ?? "") !== "");
  const valueOf = (...names: readonly string[]): string | undefined => variables[set(...names) ?? ""];
  const file = valueOf("PULSAR_CLIENT_CONF");
  const conf = file === undefined ? {} : readClientConf(file);
  const adminUrl = valueOf("WEB_SERVICE_URL") ?? conf.adminUrl;
  const tokenVariable = set("PULSAR_TOKEN", "PULSAR_AUTH_TOKEN");
  const trustCerts = valueOf("PULSAR_TLS_TRUST_CERTS_FILE_PATH");
  return {
    ...conf,
    ...(adminUrl === undefined ? {} : { adminUrl }),
    ...(tokenVariable === undefined ? {} : { auth: { tokenVariable } }),
    ...(trustCerts === undefined ? {} : { tls: { ...conf.tls, trustCerts: textOf(trustCerts) } }),
  };
}

function isSame(left: string, right: string): boolean {
  try {
    const hosts = hostsOf(left);
    return hostsOf(right).some((host) => hosts.includes(host));
  } catch {
    return false;
  }
}
