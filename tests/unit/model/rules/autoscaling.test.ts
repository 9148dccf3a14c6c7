import type { AutoscalingSpec } from "../../../../provider/model/autoscaling";
import type { MemberSpec } from "../../../../provider/model/member";
import { around, testRule, unknown } from "./broken-meshes";

const scaled = (autoscaling: AutoscalingSpec, parts: Partial<MemberSpec> = {}) => around({ autoscaling, ...parts });
const memory = { requests: { memory: "64Mi" } };
const proxy = { name: "proxy", image: "proxy:1" };
const noCpu = { resources: { requests: { memory: "1Gi" } } };

testRule("FM050", [
  { name: "bounds", spec: scaled({ minReplicas: 2, maxReplicas: 4, cpu: 70 }), want: [] },
  {
    name: "bounds upside down",
    spec: scaled({ minReplicas: 4, maxReplicas: 3 }),
    want: ["FM050 functions.f.autoscaling.maxReplicas"],
    wantInManifests: ["FM050 functions.f.autoscaling.maxReplicas"],
  },
  {
    name: "down to nothing by CPU",
    spec: scaled({ minReplicas: 0, maxReplicas: 3 }),
    want: ["FM050 functions.f.autoscaling.minReplicas"],
  },
  { name: "down to nothing by backlog", spec: scaled({ minReplicas: 0, maxReplicas: 3, backlog: {} }), want: [] },
  {
    name: "replicas above",
    spec: scaled({ maxReplicas: 3 }, { replicas: 5 }),
    want: ["FM050 functions.f.replicas"],
    wantInManifests: ["FM050 functions.f.replicas"],
  },
  { name: "replicas below", spec: scaled({ maxReplicas: 3 }, { replicas: 0 }), want: ["FM050 functions.f.replicas"] },
  { name: "replicas between", spec: scaled({ maxReplicas: 3 }, { replicas: 3 }), want: [] },
  {
    name: "CPU without a request",
    spec: scaled({ maxReplicas: 3, cpu: 70 }, noCpu),
    want: ["FM050 functions.f.autoscaling.cpu"],
    wantInManifests: ["FM050? functions.f.autoscaling.cpu"],
  },
  {
    name: "CPU by default without a request",
    spec: scaled({ maxReplicas: 3 }, noCpu),
    want: ["FM050 functions.f.autoscaling"],
  },
  {
    name: "CPU with a limit only",
    spec: scaled({ maxReplicas: 3 }, { resources: { limits: { cpu: "1", memory: "1Gi" } } }),
    want: [],
  },
  {
    name: "CPU and memory beside a container that requests only memory",
    spec: scaled({ maxReplicas: 3, cpu: 70, memory: 70 }, { pod: { sidecars: [{ ...proxy, resources: memory }] } }),
    want: ["FM050 functions.f.pod.sidecars[0].resources.requests.cpu"],
    wantInManifests: ["FM050? functions.f.pod.sidecars[0].resources.requests.cpu"],
  },
  {
    name: "CPU by default beside a container that requests nothing",
    spec: scaled({ maxReplicas: 3 }, { pod: { sidecars: [proxy] } }),
    want: ["FM050 functions.f.pod.sidecars[0].resources.requests.cpu"],
  },
  {
    name: "CPU twice beside a container that requests nothing",
    spec: scaled(
      {
        maxReplicas: 3,
        cpu: 70,
        metrics: [
          { type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 90 } } },
        ],
      },
      { pod: { sidecars: [proxy] } },
    ),
    want: ["FM050 functions.f.pod.sidecars[0].resources.requests.cpu"],
  },
  {
    name: "CPU beside a container with a limit only",
    spec: scaled({ maxReplicas: 3 }, { pod: { sidecars: [{ ...proxy, resources: { limits: { cpu: "1" } } }] } }),
    want: [],
  },
  {
    name: "CPU beside an init container that goes on running, and after one that does not",
    spec: scaled(
      { maxReplicas: 3 },
      {
        pod: {
          initContainers: [
            { ...proxy, name: "once" },
            { ...proxy, restartPolicy: "Always" },
          ],
        },
      },
    ),
    want: ["FM050 functions.f.pod.initContainers[1].resources.requests.cpu"],
  },
  {
    name: "an average per instance beside a container that requests nothing",
    spec: scaled(
      {
        maxReplicas: 3,
        metrics: [{ type: "Resource", resource: { name: "cpu", target: { type: "AverageValue", averageValue: "1" } } }],
      },
      { pod: { sidecars: [proxy] } },
    ),
    want: [],
  },
  { name: "no target", spec: scaled({ maxReplicas: 3, cpu: 0 }), want: ["FM050 functions.f.autoscaling.cpu"] },
  {
    name: "backlog and CPU",
    spec: scaled({ maxReplicas: 3, cpu: 70, backlog: {} }),
    want: ["FM050 functions.f.autoscaling.cpu"],
  },
  {
    name: "the backlog of a pattern",
    spec: around({
      autoscaling: { maxReplicas: 3, backlog: {} },
      input: { topicPattern: "persistent://public/default/i.*" },
    }),
    want: ["FM050 functions.f.autoscaling.backlog"],
  },
  {
    name: "two autoscalers of CPU",
    spec: scaled({ maxReplicas: 3 }, { pod: { vpa: {} } }),
    want: ["FM050 functions.f.pod.vpa"],
  },
  {
    name: "two autoscalers of different things",
    spec: scaled({ maxReplicas: 3, backlog: {} }, { pod: { vpa: {} } }),
    want: [],
    wantInManifests: ["FM050 functions.f.pod.vpa"],
  },
  {
    name: "a policy for no container",
    spec: around({ pod: { vpa: { resourcePolicy: { containerPolicies: [{ mode: "Off" }] } } } }),
    want: ["FM050 functions.f.pod.vpa.resourcePolicy.containerPolicies[0].containerName"],
    wantInManifests: ["FM050 functions.f.pod.vpa.resourcePolicy.containerPolicies[0].containerName"],
  },
  {
    name: "a policy for a container not known yet",
    spec: around({ pod: { vpa: { resourcePolicy: { containerPolicies: [{ containerName: unknown }] } } } }),
    want: [],
  },
]);
