import { javaFunction, sampleMesh, source } from "../../sample-mesh";
import type { MeshPair } from "./mesh-pairs";

const places = { east: { pulsar: "east" }, west: { pulsar: "east" } };
const enrich = (cluster: string) =>
  sampleMesh({
    kubernetes: places,
    functions: { enrich: javaFunction({ cluster, processingGuarantee: "effectively_once" }) },
  });

/** Members of which two must not run at once, and that move. */
export const movePairs: readonly MeshPair[] = [
  {
    name: "a source moved",
    before: sampleMesh({ kubernetes: places, sources: { clicks: source({ cluster: "east" }) } }),
    after: sampleMesh({ kubernetes: places, sources: { clicks: source({ cluster: "west" }) } }),
    changes: [
      "memberMoved sources.clicks.cluster: clicks moves from east to west: its workload is deleted where it was, and then made there",
    ],
  },
  {
    name: "a member moved that is effectively-once",
    before: enrich("east"),
    after: enrich("west"),
    changes: [
      "memberMoved functions.enrich.cluster: enrich moves from east to west: its workload is deleted where it was, and then made there; no message loss: effectively-once",
    ],
  },
  {
    name: "a source and a function moved by the defaults",
    before: sampleMesh({
      kubernetes: places,
      defaults: { cluster: "east" },
      sources: { clicks: source() },
      functions: { a: javaFunction() },
    }),
    after: sampleMesh({
      kubernetes: places,
      defaults: { cluster: "west" },
      sources: { clicks: source() },
      functions: { a: javaFunction() },
    }),
    changes: [
      "memberMoved defaults.cluster: 2 members move from east to west: sources.clicks and functions.a; their workloads are made there, and deleted where they were; that of sources.clicks is deleted first; no message loss: at-least-once",
    ],
  },
  {
    name: "sources moved by the defaults",
    before: sampleMesh({
      kubernetes: places,
      defaults: { cluster: "east" },
      sources: { clicks: source(), more: source({ output: { topic: "x" } }) },
    }),
    after: sampleMesh({
      kubernetes: places,
      defaults: { cluster: "west" },
      sources: { clicks: source(), more: source({ output: { topic: "x" } }) },
    }),
    changes: [
      "memberMoved defaults.cluster: 2 members move from east to west: sources.clicks and sources.more; their workloads are deleted where they were, and then made there",
    ],
  },
  {
    name: "a source and a function in another cluster under the same key",
    before: sampleMesh({
      kubernetes: { east: { uid: "one" } },
      sources: { clicks: source() },
      functions: { a: javaFunction() },
    }),
    after: sampleMesh({
      kubernetes: { east: { uid: "two" } },
      sources: { clicks: source() },
      functions: { a: javaFunction() },
    }),
    changes: [
      "kubernetesClusterChanged kubernetes.east.uid: Kubernetes cluster east is another one from now on (uid: one → two): the workloads of 2 members are made there, and deleted where they were; that of sources.clicks is deleted first; no message loss: at-least-once",
    ],
  },
];
