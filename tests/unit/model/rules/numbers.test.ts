import { around, member, testRule, withPulsar } from "./broken-meshes";

testRule("FM074", [
  {
    name: "negative replicas",
    spec: member({ replicas: -1 }),
    want: ["FM074 functions.f.replicas"],
    wantInManifests: ["FM074 functions.f.replicas"],
  },
  {
    name: "a negative time limit",
    spec: around({ timeout: -1 }),
    want: ["FM074 functions.f.timeout"],
    wantInManifests: ["FM074? functions.f.timeout"],
  },
  {
    name: "a negative queue",
    spec: around({ input: { topics: ["in"], sourceSpecs: { in: { receiverQueueSize: -1 } } } }),
    want: ["FM074 functions.f.input.sourceSpecs.in.receiverQueueSize"],
    wantInManifests: ["FM074 functions.f.input.sourceSpecs.in.receiverQueueSize"],
  },
  {
    name: "no messages for an instance",
    spec: around({ autoscaling: { maxReplicas: 2, backlog: { messagesPerInstance: 0 } } }),
    want: ["FM074 functions.f.autoscaling.backlog.messagesPerInstance"],
  },
  {
    name: "limits of calls that let nothing through",
    spec: withPulsar({ limits: { callTimeoutSeconds: 0, totalTimeoutSeconds: 60, parallelCalls: 1.5 } }),
    want: ["FM074 pulsar.east.limits.callTimeoutSeconds", "FM074 pulsar.east.limits.parallelCalls"],
  },
  {
    name: "half a partition",
    spec: around({}, { topics: { in: { partitions: 0.5 } } }),
    want: ["FM074 topics.in.partitions"],
  },
  {
    name: "policies of a topic out of range",
    spec: around({}, { topics: { in: { maxProducersPerTopic: -1, retention: { minutes: -2, size: "1Gi" } } } }),
    want: ["FM074 topics.in.retention.minutes", "FM074 topics.in.maxProducersPerTopic"],
  },
]);
