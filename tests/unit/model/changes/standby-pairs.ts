import type { PlacementSpec } from "../../../../provider/model/member";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { javaFunction, sampleMesh, source } from "../../sample-mesh";
import type { MeshPair } from "./mesh-pairs";

const apart: Partial<MeshSpec> = {
  pulsar: {
    east: { adminUrl: "http://127.0.0.1:8080", serviceUrl: "pulsar://127.0.0.1:6650" },
    west: { adminUrl: "http://127.0.0.2:8080", serviceUrl: "pulsar://127.0.0.2:6650" },
  },
  kubernetes: { east: {}, west: {} },
};
const here = ["east", "west"];
const replicated: Partial<MeshSpec> = {
  ...apart,
  topics: { in: { replicationClusters: here }, out: { replicationClusters: here } },
};
const placed = (
  placement: readonly PlacementSpec[],
  more: Partial<MeshSpec> = apart,
  parts: Parameters<typeof javaFunction>[0] = {},
): MeshSpec => sampleMesh({ functions: { enrich: javaFunction({ replicas: 3, placement, ...parts }) }, ...more });

/** Four Kubernetes clusters of one Pulsar cluster. */
const shared: Partial<MeshSpec> = {
  kubernetes: Object.fromEntries(["east", "west", "north", "south"].map((key) => [key, { pulsar: "east" }])),
};
const external = { external: true, replicationClusters: ["east", "west", "north"] };
const threeApart: Partial<MeshSpec> = {
  pulsar: { ...apart.pulsar, north: { adminUrl: "http://127.0.0.3:8080", serviceUrl: "pulsar://127.0.0.3:6650" } },
  kubernetes: { ...apart.kubernetes, north: {} },
  topics: { in: external, out: external },
};
const eastFirst = [{ cluster: "east" }, { cluster: "west", standby: true }];
const westFirst = [{ cluster: "east", standby: true }, { cluster: "west" }];
const both = [{ cluster: "east" }, { cluster: "west" }];
const followed = { replicateSubscriptionState: true };

/** Members that stand by in another Pulsar cluster. */
export const standbyPairs: readonly MeshPair[] = [
  {
    name: "another Pulsar cluster takes over",
    before: placed(eastFirst),
    after: placed(westFirst),
    changes: [
      "memberMadeStandby functions.enrich.placement: enrich stands by in east: its instances there end; what waits for it in Pulsar cluster east is not processed until it runs there again",
      "memberMadeActive functions.enrich.placement: enrich takes over in west: its instances there start; its subscription in Pulsar cluster west does not know what it has processed elsewhere",
    ],
  },
  {
    name: "another Pulsar cluster takes over, with a replicated subscription",
    before: placed(eastFirst, replicated, followed),
    after: placed(westFirst, replicated, followed),
    changes: [
      "memberMadeStandby functions.enrich.placement: enrich stands by in east: its instances there end",
      "memberMadeActive functions.enrich.placement: enrich takes over in west: its instances there start; it goes on where it was, since its subscription is replicated",
    ],
  },
  {
    name: "the one that stood by runs as well",
    before: placed(eastFirst),
    after: placed(both),
    changes: [
      "memberMadeActive functions.enrich.placement: enrich runs in west as well: its instances there start; its subscription in Pulsar cluster west does not know what it has processed elsewhere",
    ],
  },
  {
    name: "one of two stands by from now on",
    before: placed(both),
    after: placed(eastFirst),
    changes: [
      "memberMadeStandby functions.enrich.placement: enrich stands by in west: its instances there end; what waits for it in Pulsar cluster west is not processed until it runs there again",
    ],
  },
  {
    name: "the one that stood by is all there is",
    before: placed(eastFirst),
    after: placed([{ cluster: "west" }]),
    changes: [
      "topicClustersChanged topics.in: topic public/default/in is no longer in Pulsar cluster east: in east it is deleted, and may lose messages: those in it that nobody has read",
      "topicClustersChanged topics.out: topic public/default/out is no longer in Pulsar cluster east: in east it is deleted, and may lose messages: those in it that nobody has read",
      "memberPlaceRemoved functions.enrich.placement: enrich runs no longer in east, and goes on in west",
      "memberMadeActive functions.enrich.placement: enrich takes over in west: its instances there start; its subscription in Pulsar cluster west does not know what it has processed elsewhere",
      "memberPulsarClusterChanged functions.enrich.placement: enrich no longer uses Pulsar cluster east, and goes on with Pulsar cluster west; may lose messages: those that wait in east are not processed by it",
    ],
  },
  {
    name: "the one that stood by, no more",
    before: placed(eastFirst, shared),
    after: placed([{ cluster: "east" }], shared),
    changes: ["memberPlaceRemoved functions.enrich.placement: enrich stands by in west no longer"],
  },
  {
    name: "another one stands by",
    before: placed(eastFirst, shared, { image: "a" }),
    after: placed([{ cluster: "east" }, { cluster: "north", standby: true }], shared, { image: "b" }),
    changes: [
      "memberRolled functions.enrich.image: rolls 3 pods of enrich because image changed (a → b); no message loss: at-least-once",
      "memberPlaceAdded functions.enrich.placement: enrich stands by in north from now on",
      "memberPlaceRemoved functions.enrich.placement: enrich stands by in west no longer",
    ],
  },
  {
    name: "only the one that stood by is left",
    before: placed(eastFirst, shared),
    after: placed([{ cluster: "west", standby: true }], shared),
    changes: [
      "memberPlaceRemoved functions.enrich.placement: enrich runs no longer in east, and only stands by in west: its subscriptions keep what arrives",
    ],
  },
  {
    name: "the running one moves, and so does the one that stands by",
    before: placed(eastFirst, shared),
    after: placed([{ cluster: "north" }, { cluster: "south", standby: true }], shared),
    changes: [
      "memberMoved functions.enrich.placement: enrich moves from east to north: its workload is made there, and deleted where it was; no message loss: at-least-once",
      "memberPlaceAdded functions.enrich.placement: enrich stands by in south from now on",
      "memberPlaceRemoved functions.enrich.placement: enrich stands by in west no longer",
    ],
  },
  {
    name: "a second place of the same Pulsar cluster",
    before: placed([{ cluster: "east" }], shared),
    after: placed(both, shared),
    changes: ["memberPlaceAdded functions.enrich.placement: enrich runs in west as well, with 3 pods"],
  },
  {
    name: "a second place of what an autoscaler scales",
    before: placed([{ cluster: "east" }], shared, { autoscaling: { maxReplicas: 4, cpu: 50 } }),
    after: placed(both, shared, { autoscaling: { maxReplicas: 4, cpu: 50 } }),
    changes: ["memberPlaceAdded functions.enrich.placement: enrich runs in west as well"],
  },
  {
    name: "one runs in place of two",
    before: placed(both, shared),
    after: placed([{ cluster: "north" }, { cluster: "west", standby: true }], shared),
    changes: [
      "memberMoved functions.enrich.placement: enrich moves from east to north: its workload is made there, and deleted where it was; no message loss: at-least-once",
      "memberMadeStandby functions.enrich.placement: enrich stands by in west: its instances there end",
    ],
  },
  {
    name: "one that stands by in another Pulsar cluster",
    before: placed(eastFirst, threeApart),
    after: placed([{ cluster: "east" }, { cluster: "north", standby: true }], threeApart),
    changes: [
      "topicClustersChanged topics.in: topic public/default/in is in Pulsar cluster north in place of west",
      "topicClustersChanged topics.out: topic public/default/out is in Pulsar cluster north in place of west",
      "memberPlaceAdded functions.enrich.placement: enrich stands by in north from now on",
      "memberPlaceRemoved functions.enrich.placement: enrich stands by in west no longer",
      "memberPulsarClusterChanged functions.enrich.placement: enrich uses Pulsar cluster north in place of Pulsar cluster west; may lose messages: those that wait in west are not processed by it",
    ],
  },
  {
    name: "nothing is kept that could wait",
    before: placed(eastFirst, apart, { input: { topics: ["non-persistent://public/default/in"] } }),
    after: placed(westFirst, apart, { input: { topics: ["non-persistent://public/default/in"] } }),
    changes: [
      "memberMadeStandby functions.enrich.placement: enrich stands by in east: its instances there end",
      "memberMadeActive functions.enrich.placement: enrich takes over in west: its instances there start",
    ],
  },
  {
    name: "what is read by nobody",
    before: sampleMesh({ ...apart, sources: { clicks: source({ placement: eastFirst }) } }),
    after: sampleMesh({ ...apart, sources: { clicks: source({ placement: westFirst }) } }),
    changes: [
      "memberMadeStandby sources.clicks.placement: clicks stands by in east: its instances there end",
      "memberMadeActive sources.clicks.placement: clicks takes over in west: its instances there start",
    ],
  },
];
