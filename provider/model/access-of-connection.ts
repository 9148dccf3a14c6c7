import type { AccessSpot } from "./access-spot";
import { type Connection, isTlsUrl } from "./connection";
import { credentialOf, trustCertsFile } from "./credential-files";
import type { EnvVar } from "./kubernetes-types";
import { literalArgument } from "./literal-argument";
import type { AccessNames, AccessTls, CredentialReader, PulsarAccess } from "./pulsar-access";
import { sortedEntries } from "./sorted-entries";

/** Whose access it is. */
export interface AccessUse {
  readonly reader: CredentialReader;
  readonly spot: AccessSpot;
  /** Which of the cluster's two URLs it talks to. */
  readonly protocol: "binary" | "web";
  /** True where the credentials Secret has files that are not for this container. */
  readonly isPart: boolean;
}

/** Access by what the arguments state: the credential is in the member's credentials Secret, mounted as files. */
export function accessOfConnection(connection: Connection, use: AccessUse, names: AccessNames): PulsarAccess {
  const { reader, spot } = use;
  const { auth, variables } = credentialOf(connection.auth, { reader, directory: spot.credentials });
  const tls = tlsOf(connection, use);
  const mountable = names.credentials === undefined ? undefined : { name: names.credentials, use };
  return {
    clusterName: literalArgument(connection.clusterName),
    serviceUrl: literalArgument(connection.serviceUrl),
    ...(connection.webServiceUrl === undefined ? {} : { webServiceUrl: literalArgument(connection.webServiceUrl) }),
    ...(auth === undefined ? {} : { auth }),
    ...(tls === undefined ? {} : { tls }),
    env: secretVariables(variables, spot, names),
    envFrom: [],
    ...(mountable === undefined ? { volumes: [], mounts: [] } : credentialsVolume(connection, mountable)),
  };
}

/** Every file of an access in the credentials Secret, by key. */
export function connectionFiles(
  connection: Connection,
  { reader, spot }: Pick<AccessUse, "reader" | "spot">,
): Readonly<Record<string, string>> {
  const { files } = credentialOf(connection.auth, { reader, directory: spot.credentials });
  const trustCerts = connection.tls?.trustCerts;
  const all = { ...files, ...(trustCerts === undefined ? {} : { [trustCertsFile]: trustCerts }) };
  return Object.fromEntries(Object.entries(all).map(([file, text]) => [`${spot.keys}${file}`, text]));
}

/** Variables that hold keys of the credentials Secret. */
export const secretVariables = (
  variables: Readonly<Record<string, string>>,
  { keys }: AccessSpot,
  { credentials }: AccessNames,
): readonly EnvVar[] =>
  credentials === undefined
    ? []
    : sortedEntries(variables).map(([name, file]) => ({
        name,
        valueFrom: { secretKeyRef: { name: credentials, key: `${keys}${file}` } },
      }));

function tlsOf({ serviceUrl, webServiceUrl, tls }: Connection, { protocol, spot }: AccessUse): AccessTls | undefined {
  const isEncrypted = protocol === "web" ? webServiceUrl?.startsWith("https://") === true : isTlsUrl(serviceUrl);
  if (!isEncrypted) return undefined;
  return {
    allowInsecure: String(tls?.allowInsecure ?? false),
    verifyHostname: String(tls?.verifyHostname ?? true),
    ...(tls?.trustCerts === undefined ? {} : { trustCertsPath: `${spot.credentials}/${trustCertsFile}` }),
  };
}

interface Mountable {
  readonly name: string;
  readonly use: AccessUse;
}

/** The whole directory: files of a subPath would not follow the Secret when the credential changes. */
function credentialsVolume(
  connection: Connection,
  { name: secretName, use }: Mountable,
): Pick<PulsarAccess, "volumes" | "mounts"> {
  const { keys: prefix, volumes, credentials } = use.spot;
  const inVariables = Object.values(
    credentialOf(connection.auth, { reader: use.reader, directory: credentials }).variables,
  );
  const keys = Object.keys(connectionFiles(connection, use)).filter(
    (key) => !inVariables.includes(key.slice(prefix.length)),
  );
  if (keys.length === 0) return { volumes: [], mounts: [] };
  const items = keys.map((key) => ({ key, path: key.slice(prefix.length) }));
  const name = `${volumes}-credentials`;
  return {
    volumes: [{ name, secret: { secretName, defaultMode: 0o440, ...(use.isPart ? { items } : {}) } }],
    mounts: [{ name, mountPath: credentials, readOnly: true }],
  };
}
