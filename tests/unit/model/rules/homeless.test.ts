import { sampleMesh } from "../../sample-mesh";
import { testRule, two } from "./broken-meshes";

const owned = { tenants: { shop: {} }, namespaces: { "shop/web": {} } };

testRule("FM002", [
  {
    name: "a tenant and a namespace that nobody uses, in no Pulsar cluster",
    spec: sampleMesh({ ...two, ...owned }),
    want: ["FM002 tenants.shop", 'FM002 namespaces["shop/web"]'],
  },
  {
    name: "the same in that of the default",
    spec: sampleMesh({ ...two, ...owned, defaults: { cluster: "east" } }),
    want: [],
  },
  { name: "the same with one Pulsar cluster", spec: sampleMesh(owned), want: [] },
  {
    name: "those of others",
    spec: sampleMesh({ ...two, tenants: { shop: { external: true } }, namespaces: { "shop/web": { external: true } } }),
    want: [],
  },
]);
