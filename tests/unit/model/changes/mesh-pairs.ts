import type { MeshSpec } from "../../../../provider/model/mesh";
import { javaFunction, pythonFunction, sampleMesh, sink, source } from "../../sample-mesh";

/** Two meshes, and what is different between them. */
export interface MeshPair {
  readonly name: string;
  readonly before: MeshSpec;
  readonly after: MeshSpec;
  /** `kind path: sentence` */
  readonly changes: readonly string[];
}

const enrich = (parts: Parameters<typeof javaFunction>[0] = {}, more: Partial<MeshSpec> = {}): MeshSpec =>
  sampleMesh({ functions: { enrich: javaFunction({ replicas: 3, ...parts }) }, ...more });

const places = { east: { pulsar: "east" }, west: { pulsar: "east" } };
const bothPulsars = {
  east: { adminUrl: "http://127.0.0.1:8080", serviceUrl: "pulsar://127.0.0.1:6650" },
  west: { adminUrl: "http://127.0.0.2:8080", serviceUrl: "pulsar://127.0.0.2:6650" },
};
const here = ["east", "west"];
const replicated: Partial<MeshSpec> = {
  pulsar: bothPulsars,
  kubernetes: { east: {}, west: {} },
  topics: { in: { replicationClusters: here }, out: { replicationClusters: here } },
};
export const meshPairs: readonly MeshPair[] = [
  {
    name: "another image",
    before: enrich({ image: "a" }),
    after: enrich({ image: "b" }),
    changes: [
      "memberRolled functions.enrich.image: rolls 3 pods of enrich because image changed (a → b); no message loss: at-least-once",
    ],
  },
  {
    name: "several fields",
    before: enrich(),
    after: enrich({ resources: { requests: { cpu: "1" } }, config: { a: 1 }, rollout: { timeoutSeconds: 9 } }),
    changes: [
      "memberRolled functions.enrich: rolls 3 pods of enrich because config.a is stated, resources.limits.memory from the defaults no longer holds (was 1Gi), resources.requests.cpu changed (100m → 1) and resources.requests.memory from the defaults no longer holds (was 512Mi); no message loss: at-least-once",
      "memberUpdated functions.enrich.rollout.timeoutSeconds: rollout.timeoutSeconds is stated (9): restarts nothing by itself",
    ],
  },
  {
    name: "config and secrets show no values",
    before: enrich({ config: { a: 1, b: { c: 2 } }, secrets: { p: "one" } }),
    after: enrich({ config: { a: 2, b: { c: 3 } }, secrets: { q: "two" } }),
    changes: [
      "memberRolled functions.enrich: rolls 3 pods of enrich because config.a changed, config.b changed, secrets.p is left out and secrets.q is stated; no message loss: at-least-once",
    ],
  },
  {
    name: "a member added",
    before: sampleMesh(),
    after: enrich(),
    changes: [
      "topicAdded topics.in: topic public/default/in is created",
      "topicAdded topics.out: topic public/default/out is created",
      "memberAdded functions.enrich: function enrich is added: reads public/default/in, writes public/default/out, 3 pods in east",
    ],
  },
  {
    name: "members removed",
    before: sampleMesh({
      sources: { clicks: source() },
      functions: { enrich: javaFunction() },
      sinks: { out: sink({ cleanupSubscription: false }) },
    }),
    after: sampleMesh({}),
    changes: [
      "topicRemoved topics.in: topic public/default/in is deleted, and may lose messages: those in it that nobody has read",
      "topicRemoved topics.out: topic public/default/out is deleted, and may lose messages: those in it that nobody has read",
      "memberRemoved functions.enrich: function enrich is removed: its subscription public/default/enrich goes with it, and may lose messages: those in it that are not processed",
      "memberRemoved sinks.out: sink out is removed: its subscription public/default/out goes with it, and may lose messages: those in it that are not processed",
      "memberRemoved sources.clicks: source clicks is removed",
    ],
  },
  {
    name: "a member moved",
    before: enrich({ cluster: "east" }, { kubernetes: places }),
    after: enrich({ cluster: "west" }, { kubernetes: places }),
    changes: [
      "memberMoved functions.enrich.cluster: enrich moves from east to west: its workload is made there, and deleted where it was; no message loss: at-least-once",
    ],
  },
  {
    name: "a member moved to another Pulsar cluster",
    before: enrich({ cluster: "east" }, { pulsar: bothPulsars, kubernetes: { east: {}, west: {} } }),
    after: enrich({ cluster: "west" }, { pulsar: bothPulsars, kubernetes: { east: {}, west: {} } }),
    changes: [
      "topicClustersChanged topics.in: topic public/default/in is in Pulsar cluster west in place of east: in east it is deleted, and may lose messages: those in it that nobody has read",
      "topicClustersChanged topics.out: topic public/default/out is in Pulsar cluster west in place of east: in east it is deleted, and may lose messages: those in it that nobody has read",
      "memberMoved functions.enrich.cluster: enrich moves from east to west: its workload is made there, and deleted where it was",
      "memberPulsarClusterChanged functions.enrich.cluster: enrich runs against Pulsar cluster west in place of Pulsar cluster east; may lose messages: those that wait in east are not processed by it",
    ],
  },
  {
    name: "a member with a replicated subscription moved to another Pulsar cluster",
    before: enrich({ cluster: "east", replicateSubscriptionState: true }, replicated),
    after: enrich({ cluster: "west", replicateSubscriptionState: true }, replicated),
    changes: [
      "memberMoved functions.enrich.cluster: enrich moves from east to west: its workload is made there, and deleted where it was",
      "memberPulsarClusterChanged functions.enrich.cluster: enrich runs against Pulsar cluster west in place of Pulsar cluster east; it goes on where it was, since its subscription is replicated",
    ],
  },
  {
    name: "a subscription that is replicated from now on",
    before: enrich({ cluster: "east" }, replicated),
    after: enrich({ cluster: "east", replicateSubscriptionState: true }, replicated),
    changes: [
      "memberUpdated functions.enrich.replicateSubscriptionState: replicateSubscriptionState is stated (true): nothing restarts",
    ],
  },
  {
    name: "all members moved by the defaults",
    before: sampleMesh({
      kubernetes: places,
      defaults: { cluster: "east" },
      functions: { a: javaFunction(), b: javaFunction({ input: { topics: ["x"] } }) },
    }),
    after: sampleMesh({
      kubernetes: places,
      defaults: { cluster: "west" },
      functions: { a: javaFunction(), b: javaFunction({ input: { topics: ["x"] } }) },
    }),
    changes: [
      "memberMoved defaults.cluster: 2 members move from east to west: functions.a and functions.b; their workloads are made there, and deleted where they were; no message loss: at-least-once",
    ],
  },
  {
    name: "standby",
    before: enrich({ placement: [{ cluster: "east" }, { cluster: "west" }] }, { kubernetes: places }),
    after: enrich({ placement: [{ cluster: "east", standby: true }, { cluster: "west" }] }, { kubernetes: places }),
    changes: ["memberMadeStandby functions.enrich.placement: enrich stands by in east: its instances there end"],
  },
  {
    name: "a place added, standing by",
    before: enrich({ cluster: "east" }, { kubernetes: places }),
    after: enrich({ placement: [{ cluster: "east" }, { cluster: "west", standby: true }] }, { kubernetes: places }),
    changes: ["memberPlaceAdded functions.enrich.placement: enrich stands by in west from now on"],
  },
  {
    name: "another key, and with it another name",
    before: sampleMesh({ functions: { one: javaFunction(), three: javaFunction({ input: { topics: ["x"] } }) } }),
    after: sampleMesh({ functions: { two: javaFunction(), three: javaFunction({ input: { topics: ["x"] } }) } }),
    changes: [
      "memberRenamed functions.two: one is renamed to two: to Pulsar and Kubernetes a new member, which starts before one is deleted",
      "subscriptionRenamed functions.two: the subscription of two is public/default/two, as it follows from its name, in place of public/default/one: it begins at earliest, so that what the old one has not read is read, and what is still kept of the rest is read again",
    ],
  },
  {
    name: "same key, other name, from the latest message on",
    before: enrich({ name: "one", subscriptionPosition: "latest" }),
    after: enrich({ name: "two", subscriptionPosition: "latest" }),
    changes: [
      "memberRenamed functions.enrich.name: one is renamed to two: to Pulsar and Kubernetes a new member, which starts before one is deleted",
      "subscriptionRenamed functions.enrich.name: the subscription of two is public/default/two, as it follows from its name, in place of public/default/one: it begins at latest, so that it may lose messages: what the old one has not read is not read",
    ],
  },
  {
    name: "another key, which another member is like",
    before: sampleMesh({ functions: { one: javaFunction() } }),
    after: sampleMesh({ functions: { two: javaFunction(), three: javaFunction() } }),
    changes: [
      "memberRemoved functions.one: function one is removed: its subscription public/default/one goes with it, and may lose messages: those in it that are not processed",
      "memberAdded functions.three: function three is added: reads public/default/in, writes public/default/out, runs in east",
      "memberAdded functions.two: function two is added: reads public/default/in, writes public/default/out, runs in east",
    ],
  },
  {
    name: "same key, other name",
    before: enrich({ name: "one" }),
    after: enrich({ name: "two" }),
    changes: [
      "memberRenamed functions.enrich.name: one is renamed to two: to Pulsar and Kubernetes a new member, which starts before one is deleted",
      "subscriptionRenamed functions.enrich.name: the subscription of two is public/default/two, as it follows from its name, in place of public/default/one: it begins at earliest, so that what the old one has not read is read, and what is still kept of the rest is read again",
    ],
  },
  {
    name: "other key, same name",
    before: sampleMesh({ functions: { a: javaFunction({ name: "x" }) } }),
    after: sampleMesh({ functions: { b: javaFunction({ name: "x" }) } }),
    changes: [],
  },
  {
    name: "another kind",
    before: sampleMesh({ functions: { x: javaFunction() } }),
    after: sampleMesh({ sinks: { x: sink() } }),
    changes: [
      "topicRemoved topics.in: topic public/default/in is deleted, and may lose messages: those in it that nobody has read",
      "memberRemoved functions.x: function x is removed: its subscription public/default/x goes with it, and may lose messages: those in it that are not processed",
      "memberAdded sinks.x: sink x is added: reads public/default/out, runs in east; function x goes in the same update, and would take with it what both call alike: take it out in one before, or give this one another name",
    ],
  },
  {
    name: "edges",
    before: enrich(),
    after: enrich({ input: { topics: ["in", "other"] }, output: { topic: "elsewhere" } }),
    changes: [
      "topicAdded topics.elsewhere: topic public/default/elsewhere is created",
      "topicAdded topics.other: topic public/default/other is created",
      "topicRemoved topics.out: topic public/default/out is deleted, and may lose messages: those in it that nobody has read",
      "edgeAdded functions.enrich.input: enrich reads public/default/other from now on, and restarts: its subscription public/default/enrich there begins at earliest",
      "edgeAdded functions.enrich.output.topic: the results of enrich go to public/default/elsewhere from now on, and it restarts",
      "edgeRemoved functions.enrich.output.topic: the results of enrich no longer go to public/default/out",
    ],
  },
  {
    name: "an edge gone, its subscription kept",
    before: enrich({ input: { topics: ["in", "other"] }, cleanupSubscription: false }),
    after: enrich({ cleanupSubscription: false }),
    changes: [
      "topicRemoved topics.other: topic public/default/other is deleted, and may lose messages: those in it that nobody has read",
      "edgeRemoved functions.enrich.input: enrich no longer reads public/default/other, and restarts: its subscription public/default/enrich there is deleted, and may lose messages: those in it that are not processed",
    ],
  },
  {
    name: "an edge gone, its subscription too",
    before: enrich({ input: { topics: ["in", "other"] } }),
    after: enrich(),
    changes: [
      "topicRemoved topics.other: topic public/default/other is deleted, and may lose messages: those in it that nobody has read",
      "edgeRemoved functions.enrich.input: enrich no longer reads public/default/other, and restarts: its subscription public/default/enrich there is deleted, and may lose messages: those in it that are not processed",
    ],
  },
  {
    name: "replicas",
    before: enrich(),
    after: enrich({ replicas: 5 }),
    changes: [
      "replicasChanged functions.enrich.replicas: scales enrich to 5 instances (was 3): those that stay are not touched",
    ],
  },
  {
    name: "replicas that instances are told",
    before: enrich({ showPreciseParallelism: true }),
    after: enrich({ showPreciseParallelism: true, replicas: 5 }),
    changes: [
      "replicasChanged functions.enrich.replicas: scales enrich to 5 instances (was 3): 3 pods of enrich restart, since they are told their number",
    ],
  },
  {
    name: "autoscaling bounds",
    before: enrich({ autoscaling: { minReplicas: 1, maxReplicas: 4, cpu: 70 } }),
    after: enrich({ autoscaling: { minReplicas: 1, maxReplicas: 8, cpu: 70 } }),
    changes: [
      "autoscalingChanged functions.enrich.autoscaling.maxReplicas: enrich may have another number of instances because autoscaling.maxReplicas changed (4 → 8); those that stay are not touched",
    ],
  },
  {
    name: "autoscaling on",
    before: enrich(),
    after: enrich({ autoscaling: { minReplicas: 1, maxReplicas: 8, cpu: 70 } }),
    changes: [
      "autoscalingChanged functions.enrich.autoscaling: enrich may have another number of instances because autoscaling is stated; those that stay are not touched",
    ],
  },
  {
    name: "paused",
    before: enrich(),
    after: enrich({ paused: true }),
    changes: [
      "memberPaused functions.enrich.paused: enrich is paused: its instances end, and its subscriptions keep what arrives",
    ],
  },
  {
    name: "a subscription renamed",
    before: enrich({ subscriptionName: "old" }),
    after: enrich({ subscriptionName: "new" }),
    changes: [
      "subscriptionRenamed functions.enrich.subscriptionName: the subscription of enrich is new in place of old, and enrich restarts: it begins at earliest, so that what the old one has not read is read, and what is still kept of the rest is read again",
    ],
  },
  {
    name: "another guarantee",
    before: enrich(),
    after: enrich({ processingGuarantee: "atmost_once" }),
    changes: [
      "guaranteeChanged functions.enrich.processingGuarantee: the processing guarantee of enrich changes (atleast_once → atmost_once), and its instances restart; from then on it may lose messages when an instance fails",
    ],
  },
  {
    name: "a roll at most once",
    before: enrich({ processingGuarantee: "atmost_once", image: "a" }),
    after: enrich({ processingGuarantee: "atmost_once", image: "b" }),
    changes: [
      "memberRolled functions.enrich.image: rolls 3 pods of enrich because image changed (a → b); may lose the messages that it is processing: at-most-once",
    ],
  },
  {
    name: "a roll with non-persistent input",
    before: enrich({ input: { topics: ["non-persistent://public/default/in"] }, image: "a" }),
    after: enrich({ input: { topics: ["non-persistent://public/default/in"] }, image: "b" }),
    changes: [
      "memberRolled functions.enrich.image: rolls 3 pods of enrich because image changed (a → b); may lose messages of non-persistent topics, which keep none meanwhile",
    ],
  },
  {
    name: "a default that rolls many",
    before: sampleMesh({
      defaults: { images: { java: "a" } },
      functions: {
        a: javaFunction({ replicas: 2 }),
        b: javaFunction({ replicas: 1 }),
        c: javaFunction({ replicas: 4, image: "own" }),
        p: pythonFunction(),
      },
    }),
    after: sampleMesh({
      defaults: { images: { java: "b" } },
      functions: {
        a: javaFunction({ replicas: 2 }),
        b: javaFunction({ replicas: 1 }),
        c: javaFunction({ replicas: 4, image: "own" }),
        p: pythonFunction(),
      },
    }),
    changes: [
      "defaultsChanged defaults.images.java: rolls 3 pods of 2 members because defaults.images.java changed (a → b): functions.a and functions.b; no message loss: at-least-once",
    ],
  },
  {
    name: "tenant of the defaults",
    before: enrich({}, { defaults: { tenant: "one" } }),
    after: enrich({}, { defaults: { tenant: "two" } }),
    changes: [
      "topicAdded topics.in: topic two/default/in is created",
      "topicRemoved topics.in: topic one/default/in is deleted, and may lose messages: those in it that nobody has read",
      "topicAdded topics.out: topic two/default/out is created",
      "topicRemoved topics.out: topic one/default/out is deleted, and may lose messages: those in it that nobody has read",
      "edgeAdded defaults.tenant: enrich reads two/default/in from now on, since its tenant changed, and restarts: its subscription two/default/enrich there begins at earliest",
      "edgeRemoved defaults.tenant: enrich no longer reads one/default/in, since its tenant changed, and restarts: its subscription one/default/enrich there is deleted, and may lose messages: those in it that are not processed",
      "edgeAdded defaults.tenant: the results of enrich go to two/default/out from now on, since its tenant changed, and it restarts",
      "edgeRemoved defaults.tenant: the results of enrich no longer go to one/default/out",
      "subscriptionRenamed defaults.tenant: the subscription of enrich is two/default/enrich, as it follows from its tenant, in place of one/default/enrich",
      "memberDrained defaults.tenant: restarts 3 pods of enrich, to read from another place, because defaults.tenant changed (one → two)",
    ],
  },
  {
    name: "volume claims",
    before: enrich(),
    after: enrich({
      volumeClaimTemplates: [
        {
          metadata: { name: "cache" },
          spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
        },
      ],
    }),
    changes: [
      "memberReplaced functions.enrich.volumeClaimTemplates: deletes the workload of enrich and makes it anew because volumeClaimTemplates is stated; no message loss: at-least-once",
    ],
  },
  {
    name: "the same, written otherwise",
    before: enrich(),
    after: sampleMesh({
      defaults: { images: { java: "apachepulsar/pulsar:4.0.8" }, cluster: "east" },
      functions: {
        enrich: javaFunction({
          replicas: 3,
          input: { topics: ["persistent://public/default/in"] },
          output: { topic: "persistent://public/default/out" },
          processingGuarantee: "atleast_once",
          subscriptionPosition: "earliest",
          retainOrdering: false,
          subscriptionName: "public/default/enrich",
          cluster: "east",
          config: {},
        }),
      },
    }),
    changes: [],
  },
];
