import type { MeshSpec } from "../../../../provider/model/mesh";
import { sampleMesh, sink, source } from "../../sample-mesh";
import { testRule, two, unknown } from "./broken-meshes";

const mesh = (west: object, sinkCluster = "west"): MeshSpec =>
  sampleMesh({
    ...two,
    pulsar: { ...two.pulsar, west: { adminUrl: "http://127.0.0.1:3", serviceUrl: "pulsar://127.0.0.1:4", ...west } },
    defaults: { cluster: "east", tenant: "shop", namespace: "web" },
    tenants: { shop: {} },
    namespaces: { "shop/web": {} },
    sources: { s: source({ output: { topic: "out" } }) },
    sinks: { k: sink({ cluster: sinkCluster }) },
  });
const tls = { web: "https://127.0.0.1:3", broker: "pulsar+ssl://127.0.0.1:4" };

testRule("FM025", [
  { name: "both without TLS", spec: mesh({}), want: [] },
  { name: "both with TLS", spec: mesh({ peerUrls: tls }), want: [] },
  { name: "one with TLS", spec: mesh({ peerUrls: { web: tls.web } }), want: ["FM025 pulsar.west.peerUrls"] },
  {
    name: "the other one with TLS",
    spec: mesh({ peerUrls: { broker: tls.broker } }),
    want: ["FM025 pulsar.west.peerUrls"],
  },
  { name: "one that is not known yet", spec: mesh({ peerUrls: { ...tls, web: unknown } }), want: [] },
  { name: "one with TLS where nothing is replicated", spec: mesh({ peerUrls: { web: tls.web } }, "east"), want: [] },
]);
