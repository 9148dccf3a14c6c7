import { around, member, testRule } from "./broken-meshes";

const sidecar = { name: "proxy", image: "proxy:1" };

testRule("FM070", [
  {
    name: "a device without a limit",
    spec: member({ resources: { requests: { memory: "1Gi", "nvidia.com/gpu": "1" } } }),
    want: ['FM070 functions.f.resources.limits["nvidia.com/gpu"]'],
    wantInManifests: ['FM070 functions.f.resources.limits["nvidia.com/gpu"]'],
  },
  {
    name: "fewer devices than the limit",
    spec: member({ resources: { requests: { "nvidia.com/gpu": "1" }, limits: { "nvidia.com/gpu": "2" } } }),
    want: ['FM070 functions.f.resources.requests["nvidia.com/gpu"]'],
  },
  {
    name: "more devices than the limit",
    spec: member({ resources: { requests: { "nvidia.com/gpu": "3" }, limits: { "nvidia.com/gpu": "2" } } }),
    want: ['FM070 functions.f.resources.requests["nvidia.com/gpu"]'],
  },
  {
    name: "half a device",
    spec: member({ resources: { limits: { "nvidia.com/gpu": "500m" } } }),
    want: ['FM070 functions.f.resources.limits["nvidia.com/gpu"]'],
  },
  {
    name: "as many devices as the limit, and a limit alone",
    spec: member({
      resources: {
        requests: { "nvidia.com/gpu": "1000m", "hugepages-2Mi": "4Mi" },
        limits: { "nvidia.com/gpu": "1", "hugepages-2Mi": "4Mi", "example.com/nic": "1" },
      },
    }),
    want: [],
  },
  {
    name: "hugepages without a limit",
    spec: member({ resources: { requests: { "hugepages-2Mi": "4Mi" } } }),
    want: ["FM070 functions.f.resources.limits.hugepages-2Mi"],
  },
  {
    name: "a device of a sidecar without a limit",
    spec: member({ pod: { sidecars: [{ ...sidecar, resources: { requests: { "nvidia.com/gpu": "1" } } }] } }),
    want: ['FM070 functions.f.pod.sidecars[0].resources.limits["nvidia.com/gpu"]'],
  },
  {
    name: "a quantity",
    spec: member({ resources: { limits: { memory: "1GB" } } }),
    want: ["FM070 functions.f.resources.limits.memory"],
  },
  {
    name: "a request over its limit",
    spec: member({ resources: { requests: { cpu: "2" }, limits: { cpu: "1500m" } } }),
    want: ["FM070 functions.f.resources.requests.cpu"],
  },
  {
    name: "no memory",
    spec: member({ resources: { requests: { memory: "0" } } }),
    want: ["FM070 functions.f.resources.requests.memory"],
    wantInManifests: ["FM070 functions.f.resources.requests.memory"],
  },
  {
    name: "no request for memory",
    spec: member({ resources: { limits: { memory: "1Gi" } } }),
    want: [],
    wantInManifests: ["FM070 functions.f.resources.requests.memory"],
  },
  {
    name: "what no container asks for",
    spec: member({ resources: { requests: { memory: "1Gi", storage: "5Gi" } } }),
    want: ["FM070 functions.f.resources.requests.storage"],
    wantInManifests: ["FM070? functions.f.resources.requests.storage"],
  },
  {
    name: "thousandths of a byte",
    spec: member({ resources: { requests: { memory: "100m", cpu: "100m" } } }),
    want: ["FM070 functions.f.resources.requests.memory"],
    wantInManifests: ["FM070? functions.f.resources.requests.memory"],
  },
  {
    name: "the same for all members, once",
    spec: around({}, { defaults: { resources: { requests: { memory: "1Gi", storage: "5Gi" } } } }),
    want: ["FM070 defaults.resources.requests.storage"],
    wantInManifests: [
      "FM070? sources.s.resources.requests.storage",
      "FM070? functions.f.resources.requests.storage",
      "FM070? sinks.k.resources.requests.storage",
    ],
  },
  {
    name: "no memory for all members, but for one that states its own",
    spec: around(
      { resources: { requests: { memory: "1Gi" } } },
      { defaults: { resources: { requests: { memory: "0" } } } },
    ),
    want: ["FM070 defaults.resources.requests.memory"],
  },
]);
