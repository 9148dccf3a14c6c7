import { around, member, testRule, unknown } from "./broken-meshes";

const sidecar = { name: "proxy", image: "proxy:1" };
const port = (containerPort: number) => ({ name: "", containerPort });

testRule("FM070", [
  {
    name: "a way to pull an image",
    spec: member({
      pod: {
        initContainers: [{ ...sidecar, name: "a", imagePullPolicy: "Always" }],
        sidecars: [{ ...sidecar, imagePullPolicy: "Sometimes" }],
      },
    }),
    want: ["FM070 functions.f.pod.sidecars[0].imagePullPolicy"],
  },
  { name: "a sidecar", spec: member({ pod: { sidecars: [sidecar] } }), want: [] },
  {
    name: "a sidecar of one name with an init container",
    spec: member({ pod: { sidecars: [sidecar], initContainers: [sidecar] } }),
    want: ["FM070 functions.f.pod.sidecars[0].name"],
  },
  {
    name: "containers of ours",
    spec: member({
      logTopic: "log",
      logTopicAgent: "sidecar",
      pod: {
        sidecars: [
          { ...sidecar, name: "pulsar-function" },
          { ...sidecar, name: "filebeat" },
        ],
      },
    }),
    want: ["FM070 functions.f.pod.sidecars[0].name", "FM070 functions.f.pod.sidecars[1].name"],
  },
  {
    name: "what a sidecar is given",
    spec: member({
      pod: {
        sidecars: [
          {
            name: "S",
            env: [{ name: "" }],
            volumeMounts: [{ name: "nope", mountPath: "/x" }],
            resources: { requests: { cpu: "1GB" } },
            ports: [{ name: "much-too-long-name", containerPort: 0 }],
            readinessProbe: { successThreshold: 2 },
            livenessProbe: { exec: {}, successThreshold: 2 },
          },
        ],
      },
    }),
    want: [
      "name",
      "image",
      "env[0].name",
      "volumeMounts[0].name",
      "resources.requests.cpu",
      "ports[0].name",
      "ports[0].containerPort",
      "livenessProbe.successThreshold",
      "readinessProbe",
    ].map((field) => `FM070 functions.f.pod.sidecars[0].${field}`),
  },
  {
    name: "ports",
    spec: member({
      pod: {
        sidecars: [
          {
            name: "a",
            image: "a",
            ports: [
              { name: "p", containerPort: 1, protocol: "HTTP" },
              { name: "p", containerPort: 2, protocol: "UDP" },
            ],
          },
        ],
      },
    }),
    want: ["FM070 functions.f.pod.sidecars[0].ports[1].name", "FM070 functions.f.pod.sidecars[0].ports[0].protocol"],
  },
  {
    name: "a port with an empty name, which is none",
    spec: member({ pod: { sidecars: [{ name: "a", image: "a", ports: [1, 2].map(port) }] } }),
    want: [],
    wantInManifests: [],
  },

  {
    name: "an init container of an image that is none",
    spec: member({ pod: { initContainers: [{ ...sidecar, image: "a b" }] } }),
    want: ["FM070 functions.f.pod.initContainers[0].image"],
  },
  {
    name: "the containers of a download, where there is one",
    spec: around({
      java: { jar: "/pulsar/f.jar", jarLocation: "https://a/f.jar" },
      pod: { sidecars: [{ ...sidecar, name: "downloader" }] },
    }),
    want: ["FM070 functions.f.pod.sidecars[0].name"],
  },
  {
    name: "the containers of a download, where there is none",
    spec: member({ pod: { sidecars: [{ ...sidecar, name: "downloader" }] } }),
    want: [],
  },
  ...[1, 65_535].map((number) => ({
    name: `port ${number}`,
    spec: member({ pod: { sidecars: [{ ...sidecar, ports: [port(number)] }] } }),
    want: [],
  })),
  ...[0, -1, 65_536].map((number) => ({
    name: `port ${number}`,
    spec: member({ pod: { sidecars: [{ ...sidecar, ports: [port(number)] }] } }),
    want: ["FM070 functions.f.pod.sidecars[0].ports[0].containerPort"],
  })),
  {
    name: "containers not known yet",
    spec: member({ pod: { sidecars: [{ name: unknown, image: unknown }] } }),
    want: [],
  },
]);
