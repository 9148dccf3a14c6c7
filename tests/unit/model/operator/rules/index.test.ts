import assert from "node:assert/strict";
import { planManifests } from "../../../../../provider/model/operator/plan-manifests";
import { apiVersion, component, entry, manifest, mesh, sourceSpec, topic } from "../sample-manifests";

const found = (documents: readonly unknown[]): readonly string[] =>
  planManifests(documents).problems.map(
    ({ code, severity, path }) => `${code}${severity === "warning" ? "?" : ""} ${path}`,
  );

interface Row {
  readonly name: string;
  readonly documents: readonly unknown[];
  /** Code and path; warnings with a question mark after the code. */
  readonly want: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: "nothing in a function, a source and a sink",
    documents: [component("Function"), component("Source"), component("Sink")],
    want: [],
  },
  {
    name: "nothing in a mesh",
    documents: [
      mesh({ functions: [entry("Function", "f")], sources: [entry("Source", "s")], sinks: [entry("Sink", "k")] }),
    ],
    want: [],
  },
  {
    name: "nothing in an empty mesh, an empty document and what is referred to",
    documents: [mesh({}), null, { apiVersion: "v1", kind: "ConfigMap" }],
    want: [],
  },

  // provokes FM090
  { name: "no object", documents: ["text"], want: ["FM090 "] },
  { name: "no kind", documents: [{ apiVersion }], want: ["FM090 kind"] },
  { name: "an unknown kind", documents: [manifest("Functoin", {})], want: ["FM090 kind"] },
  {
    name: "another version",
    documents: [{ ...Object(component("Function")), apiVersion: "compute.functionmesh.io/v1" }],
    want: ["FM090 apiVersion"],
  },
  { name: "no version", documents: [{ kind: "Function" }], want: ["FM090 apiVersion"] },
  { name: "a wrong type", documents: [component("Function", { autoAck: "yes" })], want: ["FM090 spec.autoAck"] },
  {
    name: "a wrong type in a mesh",
    documents: [mesh({ functions: [entry("Function", "f", { autoAck: 1 })], sinks: {} })],
    want: [
      "FM090 spec.sinks",
      "FM090 spec.functions[0].autoAck",
      "FM010? spec.functions[0].input.topics[0]",
      "FM011? spec.functions[0].output.topic",
    ],
  },
  {
    name: "what is wrong only once",
    documents: [component("Function", { className: 1, resources: { requests: { memory: "x" } } })],
    want: ["FM090 spec.className", "FM090 spec.resources.requests.memory"],
  },
  {
    name: "a missing jar in a mesh only once",
    documents: [
      mesh({
        sinks: [entry("Sink", "k", { java: {} })],
        functions: [entry("Function", "f")],
        sources: [entry("Source", "s")],
      }),
    ],
    want: ["FM090 spec.sinks[0].java.jar"],
  },

  // provokes FM091
  { name: "an unknown field", documents: [component("Function", { classname: "x" })], want: ["FM091? spec.classname"] },
  {
    name: "a BackendConfig that no component uses",
    documents: [component("Function"), manifest("BackendConfig", {}, { name: "backend-config", namespace: "b" })],
    want: ["FM091? metadata.namespace"],
  },
  { name: "another kind", documents: [{ apiVersion: "apps/v1", kind: "Deployment" }], want: ["FM091? kind"] },
  {
    name: "a BackendConfig that nobody looks for",
    documents: [manifest("BackendConfig", {}, { name: "x" })],
    want: ["FM091? metadata.name"],
  },

  // provokes FM092
  { name: "no name", documents: [component("Function", {}, {})], want: ["FM092 metadata.name"] },
  {
    name: "a long name",
    documents: [component("Function", {}, { name: "a".repeat(44) })],
    want: ["FM092 metadata.name"],
  },
  { name: "the longest name", documents: [component("Function", {}, { name: "a".repeat(43) })], want: [] },
  {
    name: "a name that a Service cannot have",
    documents: [component("Function", {}, { name: "1a" })],
    want: ["FM092 metadata.name"],
  },
  {
    name: "names of a mesh",
    documents: [
      mesh({
        sources: [entry("Source", "x"), { ...sourceSpec }, entry("Source", "x")],
        sinks: [entry("Sink", "k".repeat(40), { input: { topics: [topic("in")] } })],
      }),
    ],
    want: ["FM092 spec.sources[1].name", "FM092 spec.sources[2].name", "FM092 spec.sinks[0].name"],
  },
  {
    name: "one name in two documents",
    documents: [component("Function"), component("Function"), component("Function", {}, { name: "a", namespace: "b" })],
    want: ["FM092 metadata.name"],
  },
  {
    name: "an entry with the name of a function",
    documents: [mesh({ functions: [entry("Function", "b")] }, "a"), component("Function", {}, { name: "a-b" })],
    want: ["FM092 metadata.name", "FM010? spec.functions[0].input.topics[0]", "FM011? spec.functions[0].output.topic"],
  },

  // provokes FM093
  {
    name: "a source without a program",
    documents: [component("Source", { java: undefined })],
    want: ["FM093 spec.java"],
  },
  {
    name: "a source in Python",
    documents: [component("Source", { java: undefined, python: { py: "a.py" } })],
    want: ["FM093 spec.java", "FM093 spec.python"],
  },
  {
    name: "a sink without a package, but a place to download it from",
    documents: [component("Sink", { java: { jarLocation: "sink://a/b/c" } })],
    want: ["FM093 spec.java.jar"],
  },
  {
    name: "a function without a program",
    documents: [component("Function", { java: undefined })],
    want: ["FM071 spec.python"],
  },
  {
    name: "a function with two programs",
    documents: [component("Function", { genericRuntime: { functionFile: "a", language: "wasm" } })],
    want: ["FM071 spec.genericRuntime"],
  },
  {
    name: "a language that is none",
    documents: [
      component("Function", { java: undefined, genericRuntime: { functionFile: "a", language: "rust" }, image: "a" }),
    ],
    want: ["FM071 spec.genericRuntime.language"],
  },

  // provokes FM094
  {
    name: "no Pulsar",
    documents: [component("Function", { pulsar: undefined })],
    want: ["FM094 spec.pulsar.pulsarConfig"],
  },
  {
    name: "an empty Pulsar",
    documents: [component("Sink", { pulsar: { pulsarConfig: "" }, pulsarPackageService: {} })],
    want: [
      "FM094 spec.pulsar.pulsarConfig",
      "FM094 spec.pulsarPackageService.pulsarConfig",
      "FM097? spec.pulsarPackageService",
    ],
  },

  // provokes FM095
  {
    name: "a source without settings",
    documents: [component("Source", { sourceConfig: undefined })],
    want: ["FM095 spec.sourceConfig"],
  },
  {
    name: "a sink without settings",
    documents: [component("Sink", { sinkConfig: undefined })],
    want: ["FM095 spec.sinkConfig"],
  },

  // provokes FM096
  { name: "no replicas at all", documents: [component("Sink", { replicas: 0 })], want: [] },
  {
    name: "replicas below the least",
    documents: [component("Sink", { replicas: 1, minReplicas: 2 })],
    want: ["FM096 spec.minReplicas"],
  },
  { name: "a least of 0", documents: [component("Sink", { minReplicas: 0 })], want: ["FM096 spec.minReplicas"] },
  {
    name: "a least of 0 with scaling",
    documents: [component("Sink", { minReplicas: 0, maxReplicas: 2 })],
    want: ["FM050 spec.minReplicas"],
  },
  {
    name: "more replicas than the most",
    documents: [component("Source", { replicas: 3, maxReplicas: 2 })],
    want: ["FM050 spec.replicas"],
  },
  { name: "requests alone", documents: [component("Sink", { resources: { requests: { memory: "1Gi" } } })], want: [] },
  {
    name: "limits alone",
    documents: [component("Sink", { resources: { limits: { memory: "1Gi" } } })],
    want: ["FM096 spec.resources.requests.memory"],
  },
  {
    name: "no memory",
    documents: [component("Sink", { resources: { requests: { memory: "1Gi" }, limits: { memory: 0 } } })],
    want: ["FM096 spec.resources.limits.memory", "FM070 spec.resources.requests.memory"],
  },
  {
    name: "two rules for CPU",
    documents: [
      component("Sink", {
        maxReplicas: 2,
        pod: {
          builtinAutoscaler: [
            "AverageUtilizationCPUPercent20",
            "AverageUtilizationMemoryPercent20",
            "AverageUtilizationCPUPercent80",
          ],
        },
      }),
    ],
    want: ["FM096 spec.pod.builtinAutoscaler[2]"],
  },

  // provokes FM097
  {
    name: "fields without effect",
    documents: [component("Function", { cleanupImage: "a", imageHasGet: false, imageHasPulsarctl: true })],
    want: ["FM097? spec.imageHasPulsarctl", "FM097? spec.cleanupImage"],
  },
  {
    name: "scaling without a most",
    documents: [component("Function", { pod: { autoScalingBehavior: {} } })],
    want: ["FM097? spec.pod.autoScalingBehavior"],
  },
  {
    name: "metrics beside rules, and a rule that is none",
    documents: [
      component("Function", {
        maxReplicas: 3,
        pod: {
          builtinAutoscaler: ["AverageUtilizationCPUPercent80", "AverageUtilizationCPUPercent70"],
          autoScalingMetrics: [
            { type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 5 } } },
          ],
        },
      }),
    ],
    want: ["FM097? spec.pod.autoScalingMetrics", "FM097? spec.pod.builtinAutoscaler[1]"],
  },
  {
    name: "metrics alone",
    documents: [
      component("Function", {
        maxReplicas: 3,
        pod: {
          autoScalingMetrics: [
            { type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 5 } } },
          ],
        },
      }),
    ],
    want: [],
  },
  {
    name: "where a connector cannot be downloaded from",
    documents: [
      component("Source", { java: { jar: "a.nar", jarLocation: "a.nar" } }),
      component("Sink", { java: { jar: "a.nar", jarLocation: "/pulsar/a.nar" } }),
    ],
    want: ["FM055 spec.java.jarLocation", "FM055 spec.java.jarLocation"],
  },
  {
    name: "fields of a BackendConfig without effect",
    documents: [
      component("Function"),
      manifest("BackendConfig", { autoUpdate: true, pod: { volumes: [] } }, { name: "backend-config" }),
    ],
    want: ["FM097? spec.autoUpdate", "FM097? spec.pod.volumes"],
  },
  {
    name: "a pause that nothing heeds",
    documents: [
      component("Sink", {}, { name: "a", annotations: { "compute.functionmesh.io/pause-rollout": "true" } }),
      component("Sink", {}, { name: "b", annotations: { "compute.functionmesh.io/pause-rollout": "false" } }),
    ],
    want: ['FM097? metadata.annotations["compute.functionmesh.io/pause-rollout"]'],
  },

  {
    name: "settings by the operator's name",
    documents: [component("Function", { funcConfig: { a: "x".repeat(140_000) } })],
    want: ["FM070 spec.funcConfig"],
  },
  {
    name: "a connector by the operator's name",
    documents: [component("Source", { java: { jar: "a", jarLocation: "file:///a" } })],
    want: ["FM055 spec.java.jarLocation"],
  },
  {
    name: "a class that is missing",
    documents: [component("Sink", { className: "" })],
    want: ["FM071 spec.className"],
  },
  {
    name: "what only we find wrong, as a warning",
    documents: [
      component("Function", { output: { topic: topic("out") }, deadLetterTopic: topic("in"), maxMessageRetry: 1 }),
    ],
    want: ["FM013? spec.deadLetterTopic"],
  },
  {
    name: "a topic of a component that writes none",
    documents: [component("Source", { output: {} })],
    want: ["FM003? spec.output.topic"],
  },
  {
    name: "labels of a BackendConfig",
    documents: [
      component("Function"),
      manifest("BackendConfig", { pod: { nodeSelector: { "a b": "c" } } }, { name: "backend-config" }),
    ],
    want: ['FM070 spec.pod.nodeSelector["a b"]'],
  },
  {
    name: "nothing but that in what the operator looks away from",
    documents: [
      component(
        "Function",
        { className: "" },
        { name: "a", annotations: { "compute.functionmesh.io/managed": "false" } },
      ),
    ],
    want: ['FM097? metadata.annotations["compute.functionmesh.io/managed"]'],
  },
  {
    name: "a pattern, whatever topics there are",
    documents: [component("Sink", { input: { topicPattern: topic("x-.*") } })],
    want: [],
  },
];

describe("rules of manifests", () => {
  for (const { name, documents, want } of rows) {
    it(`finds ${name}`, () => {
      assert.deepEqual(found(documents), want);
    });
  }
});
