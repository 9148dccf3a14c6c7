import type { MeshSpec } from "../../../../provider/model/mesh";
import { placeholder } from "../../../../provider/model/unknown";
import { javaFunction, sampleMesh, source } from "../../sample-mesh";
import type { MeshPair } from "./mesh-pairs";

type Parts = Parameters<typeof javaFunction>[0];

const enrich = (parts: Parts = {}, more: Partial<MeshSpec> = {}): MeshSpec =>
  sampleMesh({ functions: { enrich: javaFunction({ replicas: 3, ...parts }) }, ...more });
const beside = (other: Parts): MeshSpec =>
  sampleMesh({
    functions: { enrich: javaFunction({ subscriptionName: "s" }), other: javaFunction(other) },
    topics: { x: { external: true } },
  });
const unknown: string = placeholder("unknown", 0);
/** With what the types of arguments do not say: that a value may not be known yet. */
const unknownly = (more: object): MeshSpec => {
  const mesh = enrich({ windowConfig: { windowLengthCount: 10 } });
  return { ...mesh, functions: { enrich: { ...mesh.functions?.["enrich"], ...more } } };
};
const external = { topics: { x: { external: true }, in: { external: true }, out: {} } };
const window = { windowLengthCount: 10, processingGuarantees: "ATMOST_ONCE" } as const;
const passing = { input: { topics: ["non-persistent://public/default/in"] } };
const byPattern: Parts = { input: { topicPattern: "persistent://public/default/log-.*" } };
const logs = (...names: readonly string[]): MeshSpec =>
  enrich(byPattern, { topics: Object.fromEntries(names.map((name) => [name, {}])) });

/** Pairs that differ in what becomes of messages, and in where members read on. */
export const messagePairs: readonly MeshPair[] = [
  {
    name: "a roll of what begins at the newest message",
    before: enrich({ skipToLatest: true, image: "a" }),
    after: enrich({ skipToLatest: true, image: "b" }),
    changes: [
      "memberRolled functions.enrich.image: rolls 3 pods of enrich because image changed (a → b); may lose messages: its new instances begin at the newest one (skipToLatest)",
    ],
  },
  {
    name: "to begin at the newest message no more",
    before: enrich({ skipToLatest: true }),
    after: enrich(),
    changes: [
      "memberRolled functions.enrich.skipToLatest: rolls 3 pods of enrich because skipToLatest is left out (was true); no message loss: at-least-once",
    ],
  },
  {
    name: "a roll of a window that is at most once as its function is",
    before: enrich({ windowConfig: { windowLengthCount: 10 }, processingGuarantee: "atmost_once", image: "a" }),
    after: enrich({ windowConfig: { windowLengthCount: 10 }, processingGuarantee: "atmost_once", image: "b" }),
    changes: [
      "memberRolled functions.enrich.image: rolls 3 pods of enrich because image changed (a → b); may lose the messages in its windows: at-most-once",
    ],
  },
  ...(
    [
      ["its function's", { processingGuarantee: "atmost_once" }, "processingGuarantee"],
      [
        "its own",
        { windowConfig: { windowLengthCount: 10, processingGuarantees: "ATMOST_ONCE" } },
        "windowConfig.processingGuarantees",
      ],
    ] as const
  ).map(([whose, more, path]) => ({
    name: `a window at most once by ${whose} guarantee`,
    before: enrich({ windowConfig: { windowLengthCount: 10 } }),
    after: enrich({ windowConfig: { windowLengthCount: 10 }, ...more }),
    changes: [
      `guaranteeChanged functions.enrich.${path}: the processing guarantee of enrich changes (atleast_once → atmost_once), and its instances restart; from then on it may lose messages when an instance fails`,
    ],
  })),
  {
    name: "a window that is to be acknowledged by hand, which means nothing there",
    before: enrich({ windowConfig: { windowLengthCount: 10 } }),
    after: enrich({ windowConfig: { windowLengthCount: 10 }, processingGuarantee: "manual" }),
    changes: [],
  },
  {
    name: "a window in place of a function's own code, which acknowledged",
    before: enrich({ processingGuarantee: "manual" }),
    after: enrich({ processingGuarantee: "manual", windowConfig: { windowLengthCount: 10 } }),
    changes: [
      "guaranteeChanged functions.enrich.processingGuarantee: the processing guarantee of enrich changes (manual → atleast_once), and its instances restart; no message loss: what is not acknowledged comes again",
      "memberRolled functions.enrich.windowConfig.windowLengthCount: rolls 3 pods of enrich because windowConfig.windowLengthCount is stated (10); no message loss: what is not acknowledged comes again",
    ],
  },
  ...(
    [
      [unknownly({ processingGuarantee: unknown }), "processingGuarantee"],
      [
        unknownly({ windowConfig: { windowLengthCount: 10, processingGuarantees: unknown } }),
        "windowConfig.processingGuarantees",
      ],
    ] as const
  ).map(([after, path]) => ({
    name: `a window whose ${path} another resource computes`,
    before: enrich({ windowConfig: { windowLengthCount: 10 } }),
    after,
    changes: [
      `knownWhenApplied functions.enrich.${path}: the processing guarantee of enrich is known only when applied`,
    ],
  })),
  {
    name: "a subscription of another type",
    before: enrich(),
    after: enrich({ retainOrdering: true }),
    changes: [
      "memberRolled functions.enrich.retainOrdering: ends 3 pods of enrich before new ones start, because retainOrdering is stated (true); no message loss: at-least-once",
    ],
  },
  {
    name: "a subscription of another type, by the guarantee",
    before: enrich({ processingGuarantee: "effectively_once" }),
    after: enrich(),
    changes: [
      "guaranteeChanged functions.enrich.processingGuarantee: the processing guarantee of enrich changes (effectively_once → atleast_once), and all its instances end before new ones start; no message loss: effectively-once",
    ],
  },
  {
    name: "another subscription, of another type",
    before: enrich(),
    after: enrich({ retainKeyOrdering: true, subscriptionName: "other" }),
    changes: [
      "memberRolled functions.enrich.retainKeyOrdering: rolls 3 pods of enrich because retainKeyOrdering is stated (true); no message loss: at-least-once",
      "subscriptionRenamed functions.enrich.subscriptionName: the subscription of enrich is other in place of public/default/enrich, and enrich restarts: it begins at earliest, so that what the old one has not read is read, and what is still kept of the rest is read again",
    ],
  },
  {
    name: "a roll of a window at most once",
    before: enrich({ windowConfig: window, image: "a" }),
    after: enrich({ windowConfig: window, image: "b" }),
    changes: [
      "memberRolled functions.enrich.image: rolls 3 pods of enrich because image changed (a → b); may lose the messages in its windows: at-most-once",
    ],
  },
  {
    name: "a default of what may lose messages",
    before: sampleMesh({
      functions: { a: javaFunction({ skipToLatest: true }), b: javaFunction({ input: { topics: ["x"] } }) },
    }),
    after: sampleMesh({
      defaults: { env: { A: "1" } },
      functions: { a: javaFunction({ skipToLatest: true }), b: javaFunction({ input: { topics: ["x"] } }) },
    }),
    changes: [
      "defaultsChanged defaults.env: rolls the pods of 2 members because defaults.env is stated: functions.a and functions.b; may lose messages of a",
    ],
  },
  {
    name: "another subscription on another topic",
    before: enrich({}, external),
    after: enrich({ subscriptionName: "s", input: { topics: ["x"] } }, external),
    changes: [
      "edgeAdded functions.enrich.input: enrich reads public/default/x from now on, and restarts: its subscription s there begins at earliest",
      "edgeRemoved functions.enrich.input: enrich no longer reads public/default/in, and restarts: its subscription public/default/enrich there is deleted, and may lose messages: those in it that are not processed",
      "subscriptionRenamed functions.enrich.subscriptionName: the subscription of enrich is s in place of public/default/enrich, and enrich restarts",
    ],
  },
  {
    name: "another subscription on one of the topics",
    before: enrich({}, external),
    after: enrich({ subscriptionName: "s", input: { topics: ["in", "x"] } }, external),
    changes: [
      "edgeAdded functions.enrich.input: enrich reads public/default/x from now on, and restarts: its subscription s there begins at earliest",
      "subscriptionRenamed functions.enrich.subscriptionName: the subscription of enrich is s in place of public/default/enrich, and enrich restarts: it begins on public/default/in at earliest, so that what the old one has not read is read, and what is still kept of the rest is read again",
    ],
  },
  {
    name: "the subscription of others",
    before: beside({ subscriptionName: "t" }),
    after: beside({ subscriptionName: "s" }),
    changes: [
      "subscriptionRenamed functions.other.subscriptionName: the subscription of other is s in place of t, and other restarts: others read by it already, so that it goes on where it is, and what the old one has not read may not be read",
    ],
  },
  {
    name: "a topic that others read by the subscription already",
    before: beside({ subscriptionName: "s", input: { topics: ["x"] } }),
    after: beside({ subscriptionName: "s", input: { topics: ["x", "in"] } }),
    changes: [
      "edgeAdded functions.other.input: other reads public/default/in from now on, and restarts: its subscription s is there already, and goes on where it is",
    ],
  },
  {
    name: "another subscription on non-persistent topics",
    before: enrich(passing),
    after: enrich({ ...passing, subscriptionName: "s" }),
    changes: [
      "subscriptionRenamed functions.enrich.subscriptionName: the subscription of enrich is s in place of public/default/enrich, and enrich restarts: its topics are non-persistent, and keep no messages for either",
    ],
  },
  {
    name: "a topic that a pattern finds",
    before: logs("log-a"),
    after: logs("log-a", "log-b"),
    changes: [
      "topicAdded topics.log-b: topic public/default/log-b is created",
      "edgeAdded functions.enrich.input: enrich reads public/default/log-b from now on, which its pattern finds: its subscription public/default/enrich there begins at earliest",
    ],
  },
  {
    name: "a source renamed",
    before: sampleMesh({ sources: { one: source() } }),
    after: sampleMesh({ sources: { two: source() } }),
    changes: [
      "memberRenamed sources.two: one is renamed to two: to Pulsar and Kubernetes a new member, which starts before one is deleted, so that both bring messages for a while",
    ],
  },
  {
    name: "how a topic is read",
    before: enrich({ input: { topics: ["in"] } }),
    after: enrich({ input: { sourceSpecs: { in: { receiverQueueSize: 5 } } } }),
    changes: [
      "memberRolled functions.enrich.input.sourceSpecs.in: rolls 3 pods of enrich because input.sourceSpecs.in is stated; no message loss: at-least-once",
    ],
  },
];
