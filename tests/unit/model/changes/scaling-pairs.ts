import type { AutoscalingSpec } from "../../../../provider/model/autoscaling";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { javaFunction, sampleMesh } from "../../sample-mesh";
import type { MeshPair } from "./mesh-pairs";

const places = { kubernetes: { east: { pulsar: "east" }, west: { pulsar: "east" } }, defaults: { cluster: "east" } };
const enrich = (parts: Parameters<typeof javaFunction>[0] = {}): MeshSpec =>
  sampleMesh({ ...places, functions: { enrich: javaFunction({ replicas: 3, ...parts }) } });
const at = (...standby: readonly boolean[]) => ({
  placement: standby.map((each, index) => ({ cluster: index === 0 ? "east" : "west", standby: each })),
});
const scaled = (parts: Omit<AutoscalingSpec, "maxReplicas">): MeshSpec =>
  sampleMesh({ functions: { enrich: javaFunction({ autoscaling: { maxReplicas: 4, ...parts } }) } });

/** Pairs that differ in the number of instances. */
export const scalingPairs: readonly MeshPair[] = [
  {
    name: "a number in each of two places",
    before: enrich({ ...at(false, false) }),
    after: enrich({ ...at(false, false), replicas: 1 }),
    changes: [
      "replicasChanged functions.enrich.replicas: scales enrich to 1 instance in each place (was 3): those that stay are not touched",
    ],
  },
  {
    name: "a number of what is paused",
    before: enrich({ paused: true }),
    after: enrich({ paused: true, replicas: 5 }),
    changes: [
      "replicasChanged functions.enrich.replicas: enrich is to have 5 instances (was 3), and has none before or after: it does not run",
    ],
  },
  {
    name: "a number of what stands by everywhere",
    before: enrich({ ...at(true, true) }),
    after: enrich({ ...at(true, true), replicas: 5 }),
    changes: [
      "replicasChanged functions.enrich.replicas: enrich is to have 5 instances (was 3), and has none before or after: it does not run",
    ],
  },
  {
    name: "paused, or of none",
    before: enrich({ paused: true }),
    after: enrich({ replicas: 0 }),
    changes: [
      "memberResumed functions.enrich.paused: enrich is paused no more, and has no instance before or after",
      "replicasChanged functions.enrich.replicas: enrich is to have 0 instances (was 3), and has none before or after: it does not run",
    ],
  },
  {
    name: "of none, and another image",
    before: enrich({ image: "a" }),
    after: enrich({ image: "b", replicas: 0 }),
    changes: [
      "memberRolled functions.enrich.image: image changed (a → b) in enrich, of which no instance runs: nothing restarts",
      "replicasChanged functions.enrich.replicas: ends all instances of enrich (was 3): its subscriptions keep what arrives",
    ],
  },
  {
    name: "some again",
    before: enrich({ replicas: 0 }),
    after: enrich({}),
    changes: ["replicasChanged functions.enrich.replicas: scales enrich to 3 instances (was 0): they start"],
  },
  {
    name: "how fast an autoscaler follows",
    before: scaled({ backlog: {} }),
    after: scaled({ backlog: { cooldownSeconds: 9 }, behavior: { scaleDown: { stabilizationWindowSeconds: 600 } } }),
    changes: [
      "memberUpdated functions.enrich: autoscaling.backlog.cooldownSeconds is stated (9) and autoscaling.behavior is stated: nothing restarts",
    ],
  },
];
