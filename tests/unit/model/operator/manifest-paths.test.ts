import assert from "node:assert/strict";
import { manifestField, manifestPath } from "../../../../provider/model/operator/manifest-paths";
import { componentOf } from "./sample-component";

const located = { java: { jar: "a", jarLocation: "sink://a/b/c" } };

const rows = [
  { component: componentOf("function", {}), rest: ".config.a", want: "spec.funcConfig.a" },
  { component: componentOf("function", {}), rest: '.config["a b"]', want: 'spec.funcConfig["a b"]' },
  { component: componentOf("function", {}), rest: ".configs", want: "spec.configs" },
  { component: componentOf("function", {}), rest: "", want: "spec" },
  { component: componentOf("function", {}), rest: ".name", want: "metadata.name" },
  { component: componentOf("function", { name: "b" }), rest: ".name", want: "spec.name" },
  { component: componentOf("function", {}), rest: ".source.config.a", want: "spec.sourceConfig.configs.a" },
  { component: componentOf("function", {}), rest: ".sink.connector", want: "spec.sinkConfig.sinkType" },
  { component: componentOf("function", {}), rest: ".sink.className", want: "spec.sinkConfig.className" },
  { component: componentOf("source", {}), rest: ".config", want: "spec.sourceConfig" },
  { component: componentOf("sink", {}), rest: ".config", want: "spec.sinkConfig" },
  { component: componentOf("sink", {}), rest: ".connector", want: "spec.java.jar" },
  { component: componentOf("sink", located), rest: ".connector", want: "spec.java.jarLocation" },
  { component: componentOf("sink", located), rest: ".connectorPath", want: "spec.java.jar" },
  { component: componentOf("sink", {}), rest: ".autoscaling", want: "spec.maxReplicas" },
  { component: componentOf("sink", {}), rest: ".autoscaling.minReplicas", want: "spec.minReplicas" },
  { component: componentOf("sink", {}), rest: ".autoscaling.cpu", want: "spec.maxReplicas" },
  {
    component: componentOf("sink", { pod: { builtinAutoscaler: ["AverageUtilizationCPUPercent80"] } }),
    rest: ".autoscaling.cpu",
    want: "spec.pod.builtinAutoscaler",
  },
  { component: componentOf("sink", {}), rest: ".autoscaling.metrics[1]", want: "spec.pod.autoScalingMetrics[1]" },
  {
    component: componentOf("sink", {}),
    rest: ".input.sourceSpecs.a.serdeClassName",
    want: "spec.input.sourceSpecs.a.serdeClassname",
  },
  {
    component: { ...componentOf("sink", {}), path: "spec.sinks[2]", namePath: "spec.sinks[2].name" },
    rest: ".pod.env[0].name",
    want: "spec.sinks[2].pod.env[0].name",
  },
];

describe("manifestPath", () => {
  for (const { component, rest, want } of rows) {
    it(`finds ${rest} of a ${component.kind} at ${want}`, () => {
      assert.equal(manifestPath(component, rest), want);
    });
  }
});

describe("manifestField", () => {
  it("finds what the operator calls otherwise", () => {
    assert.equal(manifestField(componentOf("function", {}), ".source"), ".sourceConfig");
  });

  it("leaves what both call the same", () => {
    assert.equal(manifestField(componentOf("source", {}), ".source"), ".source");
  });
});
