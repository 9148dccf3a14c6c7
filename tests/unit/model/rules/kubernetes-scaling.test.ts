import { member, testRule } from "./broken-meshes";

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
]);
