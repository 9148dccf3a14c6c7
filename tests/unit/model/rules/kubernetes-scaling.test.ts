import { member, testRule } from "./broken-meshes";

const scaling = { maxReplicas: 3 };
const shrinking = (rules: object) => member({ autoscaling: { ...scaling, behavior: { scaleDown: rules } } });
const atRules = "FM070 functions.f.autoscaling.behavior.scaleDown";

testRule("FM070", [
  {
    name: "a target of nothing",
    spec: member({
      autoscaling: {
        maxReplicas: 3,
        metrics: [
          { type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 0 } } },
          { type: "Pods", pods: { metric: { name: "m" }, target: { type: "AverageValue", averageValue: "0" } } },
          { type: "External", external: { metric: { name: "m" }, target: { type: "Value", value: "5" } } },
        ],
      },
    }),
    want: [
      "FM070 functions.f.autoscaling.metrics[0].resource.target.averageUtilization",
      "FM070 functions.f.autoscaling.metrics[1].pods.target.averageValue",
    ],
  },
  {
    name: "scaling rules",
    spec: member({
      autoscaling: {
        ...scaling,
        behavior: {
          scaleDown: {
            stabilizationWindowSeconds: 4000,
            policies: [{ type: "Some", periodSeconds: 0, value: 0 }],
          },
        },
      },
    }),
    want: ["stabilizationWindowSeconds", "policies[0].periodSeconds", "policies[0].value", "policies[0].type"].map(
      (field) => `FM070 functions.f.autoscaling.behavior.scaleDown.${field}`,
    ),
  },
  {
    name: "metrics",
    spec: member({ autoscaling: { ...scaling, metrics: [{ type: "Backlog" }, { type: "Pods" }] } }),
    want: ["FM070 functions.f.autoscaling.metrics[0].type", "FM070 functions.f.autoscaling.metrics[1].pods"],
  },
  {
    name: "bounds of a VerticalPodAutoscaler",
    spec: member({
      pod: {
        vpa: { resourcePolicy: { containerPolicies: [{ containerName: "*", maxAllowed: { cpu: "many" } }] } },
      },
    }),
    want: ["FM070 functions.f.pod.vpa.resourcePolicy.containerPolicies[0].maxAllowed.cpu"],
  },
  { name: "no policy", spec: shrinking({ policies: [] }), want: [`${atRules}.policies`] },
  { name: "an unknown choice", spec: shrinking({ selectPolicy: "Any" }), want: [`${atRules}.selectPolicy`] },
  { name: "a choice", spec: shrinking({ selectPolicy: "Disabled" }), want: [] },
]);
