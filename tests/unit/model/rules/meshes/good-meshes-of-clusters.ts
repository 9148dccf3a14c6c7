import { javaFunction, sampleMesh, sink, source } from "../../../sample-mesh";
import { unknown, two } from "../broken-meshes";
import { eastAndWest, type MeshRow, replicated } from "./mesh-row";

const strict = { validation: { strict: true } };
const everywhere = [{ cluster: "east" }, { cluster: "west" }];
const standby = [{ cluster: "east" }, { cluster: "west", standby: true }];
const west = { cluster: "west" };

/** Meshes of several Pulsar clusters in which nothing is wrong. */
export const goodMeshesOfClusters: readonly MeshRow[] = [
  {
    name: "a mesh in each cluster, with topics of its own, strictly",
    mesh: eastAndWest({
      sources: { s: source(), t: source({ ...west, output: { topic: "in-west" } }) },
      functions: {
        f: javaFunction(),
        g: javaFunction({ ...west, input: { topics: ["in-west"] }, output: { topic: "out-west" } }),
      },
      sinks: { k: sink(), l: sink({ ...west, input: { topics: ["out-west"] } }) },
      ...strict,
    }),
    want: [],
  },
  {
    name: "two members of one name in two Pulsar clusters",
    mesh: eastAndWest({
      sources: { s: source(), t: source({ ...west, name: "s", output: { topic: "in-west" } }) },
      functions: {
        fEast: javaFunction({ name: "f" }),
        fWest: javaFunction({ ...west, name: "f", input: { topics: ["in-west"] }, output: { topic: "out-west" } }),
      },
      sinks: { k: sink(), l: sink({ ...west, name: "k", input: { topics: ["out-west"] } }) },
    }),
    want: [],
  },
  {
    name: "two members of one name against two Pulsar clusters, from one Kubernetes namespace",
    mesh: sampleMesh({
      pulsar: two.pulsar ?? {},
      kubernetes: { east: {} },
      sources: { s: source(), t: source({ name: "s", pulsarCluster: "west", output: { topic: "there" } }) },
      sinks: {
        k: sink({ input: { topics: ["in"] } }),
        l: sink({ name: "k", pulsarCluster: "west", input: { topics: ["there"] } }),
      },
    }),
    want: [],
  },
  {
    name: "what is written in one cluster and read in the other, in a namespace of the mesh's own, strictly",
    mesh: replicated({
      sources: { s: source() },
      functions: { f: javaFunction() },
      sinks: { k: sink(west) },
      ...strict,
    }),
    want: [],
  },
  {
    name: "an output that only a pattern in the other cluster finds, strictly",
    mesh: replicated({
      sources: { s: source() },
      sinks: { k: sink({ ...west, input: { topicPattern: "i.*" } }) },
      namespaces: { "public/default": { replicationClusters: ["east", "west"] } },
      ...strict,
    }),
    want: [],
  },
  {
    name: "everything in both clusters at once, and a source that stands by",
    mesh: replicated({
      sources: { s: source({ placement: standby }) },
      functions: { f: javaFunction({ placement: everywhere }) },
      sinks: { k: sink({ placement: everywhere }) },
    }),
    want: [],
  },
  {
    name: "effectively_once that stands by",
    mesh: eastAndWest({
      sinks: { k: sink({ placement: standby, processingGuarantee: "effectively_once" }) },
      topics: { out: { external: true } },
    }),
    want: [],
  },
  {
    name: "a guarantee that is not known yet, in both clusters",
    mesh: eastAndWest({
      functions: { f: javaFunction({ placement: everywhere, ...Object({ processingGuarantee: unknown }) }) },
      topics: { in: { external: true }, out: { external: true } },
    }),
    want: [],
  },
  {
    name: "circles that would only be ones if the clusters were one",
    mesh: eastAndWest({
      functions: {
        a: javaFunction({ input: { topics: ["1"] }, output: { topic: "2" } }),
        b: javaFunction({ ...west, input: { topics: ["a/b/2"] }, output: { topic: "a/b/1" } }),
      },
      topics: {
        1: { external: true },
        2: { terminal: true },
        "a/b/2": { external: true },
        "a/b/1": { terminal: true },
      },
    }),
    want: [],
  },
  {
    name: "patterns by one subscription name in two clusters",
    mesh: eastAndWest({
      sinks: {
        k: sink({ subscriptionName: "x", input: { topicPattern: "clicks-.*" } }),
        l: sink({ subscriptionName: "x", ...west, input: { topicPattern: "clicks-.*" } }),
      },
      topics: { "clicks-a": { external: true } },
    }),
    want: [],
  },
  {
    name: "URLs that are not known yet",
    mesh: sampleMesh({
      pulsar: {
        east: { adminUrl: unknown, serviceUrl: unknown },
        west: { adminUrl: unknown, serviceUrl: unknown },
      },
      kubernetes: { east: { kubeconfig: unknown }, west: { kubeconfig: unknown } },
      sources: { s: source({ cluster: "east" }) },
      sinks: { k: sink({ cluster: "east", input: { topics: ["in"] } }) },
    }),
    want: [],
  },
  {
    name: "Kubernetes clusters that share a Pulsar cluster",
    mesh: sampleMesh({
      kubernetes: { north: {}, south: { pulsar: "east" } },
      defaults: { cluster: "north" },
      sources: { s: source() },
      functions: { f: javaFunction({ placement: [{ cluster: "north" }, { cluster: "south" }] }) },
      sinks: { k: sink({ cluster: "south" }) },
      ...strict,
    }),
    want: [],
  },
  {
    name: "an unused topic that says where it lives",
    mesh: sampleMesh({ ...two, topics: { audit: { pulsarCluster: "west" } } }),
    want: [],
  },
];
