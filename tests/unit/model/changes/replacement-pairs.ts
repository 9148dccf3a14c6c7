import type { MeshSpec } from "../../../../provider/model/mesh";
import { javaFunction, sampleMesh, sink, source } from "../../sample-mesh";
import type { MeshPair } from "./mesh-pairs";

const enrich = (parts: Parameters<typeof javaFunction>[0] = {}, more: Partial<MeshSpec> = {}): MeshSpec =>
  sampleMesh({ functions: { enrich: javaFunction({ replicas: 3, ...parts }) }, ...more });
const replacing: Partial<MeshSpec> = { naming: "unique", defaults: { rollout: { replaceOnRoll: true } } };
const east = { adminUrl: "http://127.0.0.1:8080", serviceUrl: "pulsar://127.0.0.1:9" };

/** Of members whose workloads are replaced where pods would restart. */
export const replacementPairs: readonly MeshPair[] = [
  {
    name: "another image of a member that is replaced on roll",
    before: enrich({ image: "a" }, replacing),
    after: enrich({ image: "b" }, replacing),
    changes: [
      "memberRolled functions.enrich.image: starts a new workload of enrich before the old one stops (3 pods), because image changed (a → b); no message loss: at-least-once",
    ],
  },
  {
    name: "defaults of members that are replaced on roll",
    before: enrich({}, { ...replacing, sinks: { out: sink() } }),
    after: enrich({}, { ...replacing, defaults: { ...replacing.defaults, env: { A: "b" } }, sinks: { out: sink() } }),
    changes: [
      "defaultsChanged defaults.env: starts new workloads of 2 members before the old ones stop, because defaults.env is stated: functions.enrich and sinks.out; no message loss: at-least-once",
    ],
  },
  {
    name: "an input more of a member that is replaced on roll",
    before: enrich({ input: { topics: ["in"] } }, replacing),
    after: enrich({ input: { topics: ["in", "in2"] } }, replacing),
    changes: [
      "topicAdded topics.in2: topic public/default/in2 is created",
      "edgeAdded functions.enrich.input: enrich reads public/default/in2 from now on, and its new workload starts before the old one stops: its subscription public/default/enrich there begins at earliest",
    ],
  },
  {
    name: "replacing on roll begins",
    before: enrich({ replicas: 1 }, { naming: "unique" }),
    after: enrich({ replicas: 1 }, { ...replacing, sources: { s: source() } }),
    changes: [
      "memberRolled defaults.rollout.replaceOnRoll: starts a new workload of enrich before the old one stops (1 pod), because defaults.rollout.replaceOnRoll is stated (true); no message loss: at-least-once",
      "memberAdded sources.s: source s is added: writes public/default/in, runs in east",
    ],
  },
  {
    name: "replacing on roll is denied, as it is anyway",
    before: enrich({}, { naming: "unique" }),
    after: enrich({ rollout: { replaceOnRoll: false } }, { naming: "unique" }),
    changes: [],
  },
  {
    name: "defaults of a source and of what is replaced on roll",
    before: enrich({ replicas: 1 }, { ...replacing, sources: { s: source({ replicas: 1 }) } }),
    after: enrich(
      { replicas: 1 },
      { ...replacing, defaults: { ...replacing.defaults, env: { A: "b" } }, sources: { s: source({ replicas: 1 }) } },
    ),
    changes: [
      "defaultsChanged defaults.env: rolls 1 pod of 1 member and starts a new workload of 1 member before the old one stops, because defaults.env is stated: sources.s and functions.enrich; no message loss: at-least-once",
    ],
  },
  {
    name: "a cluster of what is replaced on roll",
    before: enrich({}, replacing),
    after: enrich({}, { ...replacing, pulsar: { east } }),
    changes: [
      "pulsarClusterChanged pulsar.east.serviceUrl: starts a new workload of 1 member in Pulsar cluster east before the old one stops, because serviceUrl changed (pulsar://127.0.0.1:6650 → pulsar://127.0.0.1:9); no message loss: at-least-once",
    ],
  },
];
