import type { FunctionSpec } from "../../../../provider/model/function";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { javaFunction, sampleMesh } from "../../sample-mesh";
import type { MeshPair } from "./mesh-pairs";

type Places = Pick<FunctionSpec, "cluster" | "placement">;

const topics = { in: { terminal: true }, out: { terminal: true } };
const enrich = (places: Places, more: Partial<MeshSpec> = {}): MeshSpec =>
  sampleMesh({ ...inWest(), topics, functions: { enrich: javaFunction({ replicas: 3, ...places }) }, ...more });
const inWest = (abandon?: boolean): Pick<MeshSpec, "kubernetes"> => ({
  kubernetes: { east: {}, west: { pulsar: "east", namespace: "far", ...(abandon === undefined ? {} : { abandon }) } },
});
const abandoned = inWest(true);
const both: Places = { placement: [{ cluster: "east" }, { cluster: "west" }] };
const givenUp =
  "kubernetesClusterChanged kubernetes.west.abandon: Kubernetes cluster west is left behind: nothing waits for it, and what the state has of it is dropped";
const left = (workload: string): string =>
  `memberLeftBehind kubernetes.west.abandon: enrich is left behind in west, where it may still run: ${workload}, with its Service, ConfigMaps and Secrets`;

/** Pairs whose later mesh gives a Kubernetes cluster up. */
export const leftBehindPairs: readonly MeshPair[] = [
  {
    name: "a cluster given up, and its member moved in the same update",
    before: enrich({ cluster: "west" }),
    after: enrich({ cluster: "east" }, abandoned),
    changes: [
      givenUp,
      left("StatefulSet far/mesh-enrich"),
      "memberMoved functions.enrich.cluster: enrich moves from west to east: its workload is made there, and the one in west is left behind; no message loss: at-least-once",
    ],
  },
  {
    name: "a cluster given up whose member had letters of its own in its name",
    before: enrich({ cluster: "west" }, { naming: "unique" }),
    after: enrich({ cluster: "east" }, { naming: "unique", ...abandoned }),
    changes: [
      givenUp,
      left("a StatefulSet in far whose name begins with mesh-enrich-"),
      "memberMoved functions.enrich.cluster: enrich moves from west to east: its workload is made there, and the one in west is left behind; no message loss: at-least-once",
    ],
  },
  {
    name: "a cluster given up, and one of the places of its member",
    before: enrich(both),
    after: enrich({ cluster: "east" }, abandoned),
    changes: [
      givenUp,
      left("StatefulSet far/mesh-enrich"),
      "memberPlaceRemoved functions.enrich.cluster: enrich runs no longer in west, and goes on in east",
    ],
  },
  {
    name: "a cluster given up that a member still names",
    before: enrich({ cluster: "west" }),
    after: enrich({ cluster: "west" }, abandoned),
    changes: [
      givenUp,
      left("StatefulSet far/mesh-enrich"),
      "memberPlaceRemoved functions.enrich.cluster: enrich runs no longer in west, and nowhere else: its subscriptions keep what arrives",
    ],
  },
  {
    name: "a cluster given up, and its member removed",
    before: enrich({ cluster: "west" }),
    after: sampleMesh({ ...abandoned, topics }),
    changes: [
      givenUp,
      "schemaRemoved topics.in: the schema of public/default/in (STRING) no longer follows from the types of its members",
      "schemaRemoved topics.out: the schema of public/default/out (STRING) no longer follows from the types of its members",
      left("StatefulSet far/mesh-enrich"),
      "memberRemoved functions.enrich: function enrich is removed: its subscription public/default/enrich goes with it, and may lose messages: those in it that are not processed",
    ],
  },
  {
    name: "a cluster given up before",
    before: enrich({ cluster: "west" }, abandoned),
    after: enrich({ cluster: "east" }, abandoned),
    changes: ["memberPlaceAdded functions.enrich.cluster: enrich runs in east, and ran nowhere until now"],
  },
  {
    name: "a cluster given up, and all that the defaults place there moved",
    before: sampleMesh({
      ...inWest(),
      topics,
      defaults: { cluster: "west" },
      functions: { a: javaFunction(), b: javaFunction() },
    }),
    after: sampleMesh({
      ...abandoned,
      topics,
      defaults: { cluster: "east" },
      functions: { a: javaFunction(), b: javaFunction() },
    }),
    changes: [
      "kubernetesClusterChanged kubernetes.west.abandon: Kubernetes cluster west is left behind: nothing waits for it, and what the state has of it is dropped",
      left("StatefulSet far/mesh-a").replace("enrich", "a"),
      left("StatefulSet far/mesh-b").replace("enrich", "b"),
      "memberMoved defaults.cluster: 2 members move from west to east: functions.a and functions.b; their workloads are made there, and those in west are left behind; no message loss: at-least-once",
    ],
  },
];
