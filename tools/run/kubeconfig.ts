import { stringify } from "yaml";
import { type Credential } from "./certificates";

const base64 = (text: string): string => Buffer.from(text).toString("base64");

/** A kubeconfig with everything inside, so that its text alone is enough wherever it is handed. */
export function renderKubeconfig(options: {
  readonly cluster: string;
  readonly server: string;
  readonly authority: string;
  readonly user: string;
  readonly credential: Credential;
}): string {
  const { cluster, user, credential } = options;
  return stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [
      {
        name: cluster,
        cluster: { server: options.server, "certificate-authority-data": base64(options.authority) },
      },
    ],
    users: [
      {
        name: user,
        user: {
          "client-certificate-data": base64(credential.certificate),
          "client-key-data": base64(credential.key),
        },
      },
    ],
    contexts: [{ name: cluster, context: { cluster, user } }],
    "current-context": cluster,
  });
}
