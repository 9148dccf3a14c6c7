import { around, testRule } from "./broken-meshes";

testRule("FM023", [
  {
    name: "a Pulsar cluster twice by URL",
    spec: around(
      {},
      {
        pulsar: {
          east: { adminUrl: "http://127.0.0.1", serviceUrl: "pulsar://127.0.0.1" },
          west: { adminUrl: "http://127.0.0.1/" },
        },
      },
    ),
    want: ["FM023 pulsar.west.adminUrl"],
  },
  {
    name: "a Pulsar cluster twice by name",
    spec: around(
      {},
      {
        pulsar: {
          east: { adminUrl: "http://127.0.0.1", serviceUrl: "pulsar://127.0.0.1" },
          west: { adminUrl: "http://127.0.0.2", clusterName: "east" },
        },
      },
    ),
    want: ["FM023 pulsar.west.clusterName"],
  },
]);
