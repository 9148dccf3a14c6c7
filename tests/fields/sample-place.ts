import type { SharedPlace } from "./shared-pairs";
import type { Clusters } from "./shared-subjects";

const pulsarPlace = (port: number): object => ({
  adminUrl: `http://127.0.0.1:${port}`,
  serviceUrl: "pulsar+ssl://127.0.0.1:6651",
});
export const sampleClusters: Clusters = {
  pulsar: { main: pulsarPlace(8080), other: pulsarPlace(8081) },
  kubernetes: { main: { namespace: "streaming" }, other: { namespace: "streaming" } },
};
export const samplePlace: SharedPlace = {
  adminUrls: ["http://127.0.0.1:8080", "http://localhost:8080"],
  kubeconfigs: ["/a", "/b"],
  contexts: ["a", "b"],
  kubernetesNamespaces: ["a", "b"],
  ownKubernetesNamespace: "c",
  uid: "u",
  issuers: ["https://127.0.0.1/a", "https://127.0.0.1/b"],
  tokenFiles: ["/a", "/b"],
};
