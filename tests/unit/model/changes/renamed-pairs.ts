import { javaFunction, sampleMesh, sink } from "../../sample-mesh";
import type { MeshPair } from "./mesh-pairs";

const places = { east: { pulsar: "east" }, west: { pulsar: "east" } };
const scored = (name: string, parts: Parameters<typeof javaFunction>[0] = {}, more: object = {}) =>
  sampleMesh({ functions: { [name]: javaFunction({ replicas: 2, ...parts }) }, ...more });

/** Members that have another key, or another name, and are changed in the same step. */
export const renamedPairs: readonly MeshPair[] = [
  {
    name: "another key, and another image",
    before: scored("one", { image: "a" }),
    after: scored("two", { image: "b" }),
    changes: [
      "memberRenamed functions.two: one is renamed to two: to Pulsar and Kubernetes a new member, which starts before one is deleted",
      "subscriptionRenamed functions.two: the subscription of two is public/default/two, as it follows from its name, in place of public/default/one: it begins at earliest, so that what the old one has not read is read, and what is still kept of the rest is read again",
      "memberRolled functions.two.image: the new workload of two differs from the old one: image changed (a → b)",
    ],
  },
  {
    name: "another key, and another cluster",
    before: scored("one", { cluster: "east" }, { kubernetes: places }),
    after: scored("two", { cluster: "west" }, { kubernetes: places }),
    changes: [
      "memberRenamed functions.two: one is renamed to two: to Pulsar and Kubernetes a new member, which starts before one is deleted",
      "subscriptionRenamed functions.two: the subscription of two is public/default/two, as it follows from its name, in place of public/default/one: it begins at earliest, so that what the old one has not read is read, and what is still kept of the rest is read again",
      "memberMoved functions.two.cluster: two moves from east to west: its workload is made there, and deleted where it was; no message loss: at-least-once",
    ],
  },
  {
    name: "another key, and another input",
    before: scored("one"),
    after: scored("two", { input: { topics: ["in", "more"] } }),
    changes: [
      "topicAdded topics.more: topic public/default/more is created",
      "memberRenamed functions.two: one is renamed to two: to Pulsar and Kubernetes a new member, which starts before one is deleted",
      "subscriptionRenamed functions.two: the subscription of two is public/default/two, as it follows from its name, in place of public/default/one: it begins on public/default/in at earliest, so that what the old one has not read is read, and what is still kept of the rest is read again",
      "edgeAdded functions.two.input: two reads public/default/more from now on, and its instances are new ones: its subscription public/default/two there begins at earliest",
    ],
  },
  {
    name: "another key and a stated subscription, which goes on",
    before: scored("one"),
    after: scored("two", { subscriptionName: "public/default/one", image: "b" }),
    changes: [
      "memberRenamed functions.two: one is renamed to two: to Pulsar and Kubernetes a new member, which starts before one is deleted; its subscription public/default/one stays, and goes on where it is",
      "memberRolled functions.two.image: the new workload of two differs from the old one: image changed (apachepulsar/pulsar:4.0.8 → b)",
    ],
  },
  {
    name: "another name, and other replicas",
    before: scored("enrich", { name: "one" }),
    after: scored("enrich", { name: "two", replicas: 4 }),
    changes: [
      "memberRenamed functions.enrich.name: one is renamed to two: to Pulsar and Kubernetes a new member, which starts before one is deleted",
      "subscriptionRenamed functions.enrich.name: the subscription of two is public/default/two, as it follows from its name, in place of public/default/one: it begins at earliest, so that what the old one has not read is read, and what is still kept of the rest is read again",
      "replicasChanged functions.enrich.replicas: scales two to 4 instances (was 2), in its new workload",
    ],
  },
  {
    name: "another program in place of one",
    before: scored("one"),
    after: scored("two", { className: "com.acme.Other" }),
    changes: [
      "memberRemoved functions.one: function one is removed: its subscription public/default/one goes with it, and may lose messages: those in it that are not processed",
      "memberAdded functions.two: function two is added: reads public/default/in, writes public/default/out, 2 pods in east",
    ],
  },
  {
    name: "one of two that read the same by one connector",
    before: sampleMesh({ sinks: { one: sink(), three: sink({ config: { a: 1 } }) } }),
    after: sampleMesh({ sinks: { two: sink({ config: { a: 2 } }), three: sink({ config: { a: 1 } }) } }),
    changes: [
      "memberRenamed sinks.two: one is renamed to two: to Pulsar and Kubernetes a new member, which starts before one is deleted",
      "subscriptionRenamed sinks.two: the subscription of two is public/default/two, as it follows from its name, in place of public/default/one: it begins at earliest, so that what the old one has not read is read, and what is still kept of the rest is read again",
      "memberRolled sinks.two.config.a: the new workload of two differs from the old one: config.a is stated",
    ],
  },
  {
    name: "two at once, of which nobody knows which is which",
    before: sampleMesh({ sinks: { one: sink(), two: sink({ config: { a: 1 } }) } }),
    after: sampleMesh({ sinks: { three: sink({ config: { a: 2 } }), four: sink({ config: { a: 3 } }) } }),
    changes: [
      "memberAdded sinks.four: sink four is added: reads public/default/out, runs in east",
      "memberRemoved sinks.one: sink one is removed: its subscription public/default/one goes with it, and may lose messages: those in it that are not processed",
      "memberAdded sinks.three: sink three is added: reads public/default/out, runs in east",
      "memberRemoved sinks.two: sink two is removed: its subscription public/default/two goes with it, and may lose messages: those in it that are not processed",
    ],
  },
];
