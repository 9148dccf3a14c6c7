import type { MeshSpec } from "../../../../provider/model/mesh";
import { javaFunction, sampleMesh, sink } from "../../sample-mesh";
import type { MeshPair } from "./mesh-pairs";

const enrich = (parts: Parameters<typeof javaFunction>[0] = {}, more: Partial<MeshSpec> = {}): MeshSpec =>
  sampleMesh({ functions: { enrich: javaFunction({ replicas: 3, ...parts }) }, ...more });
const places: Partial<MeshSpec> = { kubernetes: { east: { pulsar: "east" }, west: { pulsar: "east" } } };
const claims = [{ metadata: { name: "v" }, spec: { resources: { requests: { storage: "1Gi" } } } }];

const besideOther = (image: string, parts: Parameters<typeof javaFunction>[0]): MeshSpec =>
  sampleMesh({
    defaults: { images: { java: image } },
    functions: {
      loses: javaFunction({ replicas: 2, processingGuarantee: "atmost_once" }),
      keeps: javaFunction({ replicas: 3, ...parts }),
    },
  });

/** Several changes of one member, of which none says the contrary of another. */
export const consistentPairs: readonly MeshPair[] = [
  {
    name: "an image of the defaults, by which one of two may lose messages, and the other does not",
    before: besideOther("one", {}),
    after: besideOther("two", { runtimeFlags: "-Xmx1g" }),
    changes: [
      "defaultsChanged defaults.images.java: rolls 5 pods of 2 members because defaults.images.java changed (one → two): functions.keeps and functions.loses; may lose messages of loses",
      "memberRolled functions.keeps.runtimeFlags: rolls 3 pods of keeps because runtimeFlags is stated; no message loss: at-least-once",
    ],
  },
  {
    name: "another image, and more instances",
    before: enrich({ image: "a" }),
    after: enrich({ image: "b", replicas: 5 }),
    changes: [
      "memberRolled functions.enrich.image: rolls 3 pods of enrich because image changed (a → b); no message loss: at-least-once",
      "replicasChanged functions.enrich.replicas: scales enrich to 5 instances (was 3)",
    ],
  },
  {
    name: "another image, and other bounds",
    before: enrich({ image: "a", autoscaling: { maxReplicas: 4 } }),
    after: enrich({ image: "b", autoscaling: { maxReplicas: 8 } }),
    changes: [
      "autoscalingChanged functions.enrich.autoscaling.maxReplicas: enrich may have another number of instances because autoscaling.maxReplicas changed (4 → 8)",
      "memberRolled functions.enrich.image: rolls the pods of enrich because image changed (a → b); no message loss: at-least-once",
    ],
  },
  {
    name: "another image of the defaults, and more instances",
    before: sampleMesh({
      defaults: { images: { java: "a" } },
      functions: { enrich: javaFunction({ replicas: 1 }), other: javaFunction({ replicas: 2 }) },
    }),
    after: sampleMesh({
      defaults: { images: { java: "b" } },
      functions: { enrich: javaFunction({ replicas: 4 }), other: javaFunction({ replicas: 2 }) },
    }),
    changes: [
      "defaultsChanged defaults.images.java: rolls 3 pods of 2 members because defaults.images.java changed (a → b): functions.enrich and functions.other; no message loss: at-least-once",
      "replicasChanged functions.enrich.replicas: scales enrich to 4 instances (was 1)",
    ],
  },
  {
    name: "a move with more instances, another input and another guarantee",
    before: enrich({ cluster: "east" }, places),
    after: enrich(
      {
        cluster: "west",
        replicas: 5,
        image: "b",
        input: { topics: ["in", "more"] },
        processingGuarantee: "atmost_once",
        rollout: { timeoutSeconds: 9 },
      },
      places,
    ),
    changes: [
      "topicAdded topics.more: topic public/default/more is created",
      "memberMoved functions.enrich.cluster: enrich moves from east to west: its workload is made there, and deleted where it was; no message loss: at-least-once",
      "memberRolled functions.enrich.image: the new workload of enrich differs from the old one: image changed (apachepulsar/pulsar:4.0.8 → b)",
      "edgeAdded functions.enrich.input: enrich reads public/default/more from now on, and its instances are new ones: its subscription public/default/enrich there begins at earliest",
      "guaranteeChanged functions.enrich.processingGuarantee: the processing guarantee of enrich changes (atleast_once → atmost_once), and its instances are new ones; from then on it may lose messages when an instance fails",
      "replicasChanged functions.enrich.replicas: scales enrich to 5 instances (was 3), in its new workload",
      "memberUpdated functions.enrich.rollout.timeoutSeconds: rollout.timeoutSeconds is stated (9): restarts nothing by itself",
    ],
  },
  {
    name: "other volume claims, and another image",
    before: enrich({ image: "a" }),
    after: enrich({ image: "b", volumeClaimTemplates: claims }),
    changes: [
      "memberRolled functions.enrich.image: the new workload of enrich differs from the old one: image changed (a → b)",
      "memberReplaced functions.enrich.volumeClaimTemplates: deletes the workload of enrich and makes it anew because volumeClaimTemplates is stated; no message loss: at-least-once",
    ],
  },
  {
    name: "other names of all objects, and another image",
    before: enrich({ image: "a" }),
    after: enrich({ image: "b" }, { naming: "unique" }),
    changes: [
      "namingChanged naming: the objects of all members get other names in Kubernetes (naming: stable → unique), so every workload is made anew",
      "memberRolled functions.enrich.image: the new workload of enrich differs from the old one: image changed (a → b)",
    ],
  },
  {
    name: "another image, and an input less",
    before: enrich({ image: "a", input: { topics: ["in", "more"] } }, { topics: { more: {} } }),
    after: enrich({ image: "b" }, { topics: { more: {} } }),
    changes: [
      "schemaRemoved topics.more: the schema of public/default/more (STRING) no longer follows from the types of its members",
      "memberRolled functions.enrich.image: rolls 3 pods of enrich because image changed (a → b)",
      "edgeRemoved functions.enrich.input: enrich no longer reads public/default/more, and restarts: its subscription public/default/enrich there is deleted, and may lose messages: those in it that are not processed",
    ],
  },
  {
    name: "another image, and a subscription that begins at the end",
    before: enrich({ image: "a", subscriptionName: "one", subscriptionPosition: "latest" }),
    after: enrich({ image: "b", subscriptionName: "two", subscriptionPosition: "latest" }),
    changes: [
      "memberRolled functions.enrich.image: rolls 3 pods of enrich because image changed (a → b)",
      "subscriptionRenamed functions.enrich.subscriptionName: the subscription of enrich is two in place of one, and enrich restarts: it begins at latest, so that it may lose messages: what the old one has not read is not read",
    ],
  },
  {
    name: "an input more, and more time, of a member of which nothing runs",
    before: enrich({ replicas: 0 }, { topics: { more: {} } }),
    after: enrich(
      { replicas: 0, input: { topics: ["in", "more"] }, rollout: { timeoutSeconds: 9 } },
      { topics: { more: {} } },
    ),
    changes: [
      "schemaAdded topics.more: public/default/more gets the schema STRING, which follows from the types of its members",
      "edgeAdded functions.enrich.input: enrich reads public/default/more from now on, and no instance of it runs that would restart: its subscription public/default/enrich there begins at earliest",
      "memberUpdated functions.enrich.rollout.timeoutSeconds: rollout.timeoutSeconds is stated (9): nothing restarts",
    ],
  },
  {
    name: "another subscription of a member of which nothing runs",
    before: enrich({ replicas: 0, subscriptionName: "one" }),
    after: enrich({ replicas: 0, subscriptionName: "two" }),
    changes: [
      "subscriptionRenamed functions.enrich.subscriptionName: the subscription of enrich is two in place of one, and no instance of it runs that would restart: it begins at earliest, so that what the old one has not read is read, and what is still kept of the rest is read again",
    ],
  },
  {
    name: "another image of a member that takes a stand-by place",
    before: enrich({ image: "a", placement: [{ cluster: "east" }] }, places),
    after: enrich({ image: "b", placement: [{ cluster: "east", standby: true }, { cluster: "west" }] }, places),
    changes: [
      "memberRolled functions.enrich.image: the new workload of enrich differs from the old one: image changed (a → b)",
      "memberPlaceAdded functions.enrich.placement: enrich runs in west from now on, with 3 pods",
      "memberMadeStandby functions.enrich.placement: enrich stands by in east: its instances there end",
    ],
  },
  {
    name: "a default of members of which one restarts",
    before: sampleMesh({ functions: { enrich: javaFunction({ image: "a" }) }, sinks: { out: sink() } }),
    after: sampleMesh({
      defaults: { rollout: { timeoutSeconds: 9 } },
      functions: { enrich: javaFunction({ image: "b" }) },
      sinks: { out: sink() },
    }),
    changes: [
      "defaultsChanged defaults.rollout.timeoutSeconds: restarts nothing by itself in 2 members because defaults.rollout.timeoutSeconds is stated (9): functions.enrich and sinks.out",
      "memberRolled functions.enrich.image: rolls the pods of enrich because image changed (a → b); no message loss: at-least-once",
    ],
  },
];
