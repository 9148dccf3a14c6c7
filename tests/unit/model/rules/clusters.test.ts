import { javaFunction, sampleMesh } from "../../sample-mesh";
import { around, testRule, two } from "./broken-meshes";

testRule("FM002", [
  { name: "an unknown cluster", spec: around({ cluster: "eats" }), want: ["FM002 functions.f.cluster"] },
  {
    name: "an unknown Pulsar cluster",
    spec: around({ pulsarCluster: "x" }),
    want: ["FM002 functions.f.pulsarCluster"],
  },
  {
    name: "cluster and placement",
    spec: around({ cluster: "east", placement: [{ cluster: "east" }] }),
    want: ["FM002 functions.f.placement"],
  },
  {
    name: "a place twice",
    spec: around({ placement: [{ cluster: "east" }, { cluster: "east" }] }),
    want: ["FM002 functions.f.placement[1].cluster"],
  },
  {
    name: "no cluster among several",
    spec: sampleMesh({ ...two, functions: { f: javaFunction() } }),
    want: ["FM002 functions.f.cluster", "FM010? functions.f.input.topics[0]", "FM011? functions.f.output.topic"],
  },
  {
    name: "an unknown default cluster",
    spec: around({}, { defaults: { cluster: "x" } }),
    want: ["FM002 defaults.cluster"],
  },
  {
    name: "an unknown cluster of a topic",
    spec: around({}, { topics: { in: { pulsarCluster: "x" } } }),
    want: ["FM002 topics.in.pulsarCluster"],
  },
  {
    name: "an unknown pairing",
    spec: around({}, { kubernetes: { east: { pulsar: "x" } } }),
    want: ["FM002 kubernetes.east.pulsar"],
  },
  {
    name: "an undecided pairing",
    spec: around({}, { ...two, kubernetes: { north: {} } }),
    want: ["FM002 kubernetes.north.pulsar"],
  },
  {
    name: "no way for pods to reach Pulsar",
    spec: around({}, { pulsar: { east: { adminUrl: "http://127.0.0.1" } } }),
    want: ["FM002 pulsar.east.serviceUrl"],
    wantInManifests: [],
  },
]);
