import { javaFunction, sampleMesh, sink, source } from "../../../sample-mesh";
import { around, two } from "../broken-meshes";
import { eastAndWest, type MeshRow, replicated } from "./mesh-row";

const pulsar = { adminUrl: "http://127.0.0.1:1", serviceUrl: "pulsar://127.0.0.1:2" };
const everywhere = [{ cluster: "east" }, { cluster: "west" }];
const external = { in: { external: true }, out: { external: true } };

/** FM002, FM022 and FM023. */
export const badClusters: readonly MeshRow[] = [
  {
    name: "keys that are none, wherever one is stated",
    mesh: around(
      {
        pulsarCluster: "a",
        java: { jar: "/score.jar", jarLocation: "function://public/default/score@1" },
        packageCluster: "b",
      },
      {
        kubernetes: { east: { pulsar: "c" } },
        topics: { in: { pulsarCluster: "d" } },
        sinks: { k: sink({ placement: [{ cluster: "east" }, { cluster: "e" }] }) },
      },
    ),
    want: [
      "FM002 kubernetes.east.pulsar",
      "FM002 topics.in.pulsarCluster",
      "FM002 functions.f.pulsarCluster",
      "FM002 functions.f.packageCluster",
      "FM002 sinks.k.placement[1].cluster",
    ],
  },
  { name: "no clusters", mesh: sampleMesh({ pulsar: {}, kubernetes: {} }), want: ["FM002 pulsar", "FM002 kubernetes"] },
  {
    name: "a default that is none, which is told once",
    mesh: eastAndWest({ defaults: { cluster: "north" }, sources: { s: source() }, topics: { other: {} } }),
    want: ["FM002 defaults.cluster", "FM011? sources.s.output.topic"],
  },
  {
    name: "no default, members and topics that say nothing, and a place that is empty",
    mesh: sampleMesh({
      ...two,
      sources: { s: source() },
      functions: { f: javaFunction({ cluster: "east" }) },
      sinks: { k: sink({ placement: [], input: { topics: ["out", "nowhere"] } }) },
      topics: { out: {}, nowhere: {}, other: {}, here: { pulsarCluster: "west" } },
    }),
    want: ["FM002 sources.s.cluster", "FM002 sinks.k.placement", "FM002 topics.other.pulsarCluster"],
  },
  {
    name: "a Kubernetes cluster whose Pulsar cluster nobody can tell, and one without a URL for pods",
    mesh: sampleMesh({
      pulsar: { east: pulsar, west: { adminUrl: "http://127.0.0.1:3" } },
      kubernetes: { north: {}, west: {} },
      sources: { s: source({ cluster: "north" }) },
      sinks: { k: sink({ cluster: "west", input: { topics: ["in"] } }) },
    }),
    want: ["FM002 kubernetes.north.pulsar", "FM002 pulsar.west.serviceUrl"],
  },
  {
    name: "sources, and functions with a source, that run twice",
    mesh: replicated({
      sources: {
        s: source({ placement: everywhere }),
        t: source({ placement: [...everywhere, { cluster: "nroth" }].slice(1) }),
      },
      functions: {
        f: javaFunction({ input: {}, source: { connector: "/kafka.nar" }, placement: everywhere }),
      },
      topics: external,
    }),
    want: [
      "FM002 sources.t.placement[1].cluster",
      "FM022 sources.s.placement",
      "FM022 sources.t.placement",
      "FM022 functions.f.placement",
    ],
  },
  {
    name: "a sink with effectively_once that runs twice",
    mesh: replicated({
      sinks: { k: sink({ processingGuarantee: "effectively_once", placement: everywhere }) },
      topics: external,
    }),
    want: ["FM022 sinks.k.placement"],
  },
  {
    name: "one Pulsar cluster by the key of another entry",
    mesh: sampleMesh({
      pulsar: { east: { ...pulsar, clusterName: "west" }, west: { ...pulsar, adminUrl: "http://127.0.0.1:3" } },
    }),
    want: ["FM023 pulsar.east.clusterName"],
  },
  {
    name: "one Pulsar cluster by one of several hosts, with and without the port",
    mesh: sampleMesh({
      pulsar: {
        a: { ...pulsar, adminUrl: "https://one.example.org,two.example.org:8443" },
        b: { ...pulsar, adminUrl: "https://ONE.example.org:443/admin/v2/" },
        c: { ...pulsar, adminUrl: "https://two.example.org" },
      },
      kubernetes: { east: { pulsar: "a" } },
    }),
    want: ["FM023 pulsar.b.adminUrl"],
  },
];
