import { below, type Pairs } from "./field-pairs";
import { authPairs, podDefaultsPairs, tlsPairs } from "./member-pairs";

/** What the clusters at hand are called; a pair of URLs or kubeconfigs leads to the same one. */
export interface SharedPlace {
  readonly adminUrls: readonly [string, string];
  readonly kubeconfigs: readonly [string, string];
  readonly contexts: readonly [string, string];
  readonly kubernetesNamespaces: readonly [string, string];
  /** One that nothing else is in. */
  readonly ownKubernetesNamespace: string;
  /** Of the Kubernetes cluster. */
  readonly uid: string;
  /** URLs of an issuer of tokens. */
  readonly issuers: readonly [string, string];
  /** Files with a token. */
  readonly tokenFiles: readonly [string, string];
}

/** Of the fields of an entry of `pulsar`. */
export const pulsarPairs = (place: SharedPlace): Pairs => ({
  adminUrl: place.adminUrls,
  serviceUrl: ["pulsar+ssl://127.0.0.1:6651", "pulsar+ssl://127.0.0.1:6652"],
  webServiceUrl: ["https://127.0.0.1:8443", "https://127.0.0.1:8444"],
  clusterName: [undefined, "east"],
  ...below("auth", { ...authPairs(place.issuers), tokenFile: place.tokenFiles }),
  ...below("instanceAuth", authPairs(place.issuers)),
  ...below("tls", tlsPairs),
  ...below("instanceTls", tlsPairs),
  "peerUrls.web": ["http://127.0.0.1:8080", "http://127.0.0.1:8081"],
  "peerUrls.broker": ["pulsar://127.0.0.1:6650", "pulsar://127.0.0.1:6651"],
  "limits.callTimeoutSeconds": [20, 30],
  "limits.totalTimeoutSeconds": [60, 90],
  "limits.parallelCalls": [4, 8],
});

/** Of the fields of an entry of `kubernetes`. */
export const kubernetesPairs = (place: SharedPlace): Pairs => ({
  kubeconfig: place.kubeconfigs,
  context: place.contexts,
  namespace: place.kubernetesNamespaces,
  createNamespace: [undefined, true],
  pulsar: ["main", "other"],
  uid: [undefined, place.uid],
  abandon: [undefined, true],
});

/** Of the fields of `defaults`. */
export const defaultsPairs: Pairs = {
  cluster: ["main", "other"],
  tenant: ["fields-a", "fields-b"],
  namespace: ["fields-a", "fields-b"],
  resources: [{ requests: { cpu: "100m" } }, { requests: { cpu: "200m" } }],
  images: [{ java: "example/runner:1" }, { java: "example/runner:2" }],
  imagePullPolicy: ["Always", "Never"],
  "runner.connectors": [{ x: { path: "/a", className: "A" } }, { x: { path: "/b", className: "A" } }],
  "runner.connectorsDirectory": ["/a", "/b"],
  env: [{ A: "1" }, { A: "2" }],
  ...below("pod", podDefaultsPairs),
  "rollout.timeoutSeconds": [200, 201],
  "rollout.attachment": [true, false],
};
