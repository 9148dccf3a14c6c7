import assert from "node:assert/strict";
import { memberLines, topicLines, topicNameLines } from "../../../../provider/model/diagram/node-lines";
import { topicNames } from "../../../../provider/model/diagram/topic-names";
import { member, topic, topicName, writes } from "./sample-topology";

const topics = [topic("dead"), topic("retail-orders-a-DLQ")];
const found = member("found", { patterns: [topicName("o-.*"), "persistent://other/ns/log-.*"] });
const small = {
  topicNames: topicNames({ topics, members: [found] }),
  isLarge: false,
  saying: { kind: "none" },
} as const;
const big = { ...small, isLarge: true };
const spread = { ...small, saying: { kind: "boxes" } } as const;
const shared = { ...small, saying: { kind: "once", clusters: "east, west" } } as const;
const alone = { earlier: undefined, notes: [] };

describe("lines of members", () => {
  const rows = [
    { name: "a function", of: member("a"), wording: small, want: ["a", "function"] },
    { name: "several instances", of: member("a", { replicas: 3 }), wording: small, want: ["a", "function × 3"] },
    { name: "a function of a large mesh", of: member("a"), wording: big, want: ["a"] },
    { name: "several instances of a large mesh", of: member("a", { replicas: 3 }), wording: big, want: ["a × 3"] },
    {
      name: "a sink of a large mesh",
      of: member("a", { kind: "sink", replicas: 3 }),
      wording: big,
      want: ["a", "sink × 3"],
    },
    {
      name: "a place to take over",
      of: member("a", { clusters: ["x", "y"], standby: ["y"] }),
      wording: small,
      want: ["a", "function", "standby in y"],
    },
    {
      name: "patterns",
      of: found,
      wording: small,
      want: ["found", "function", "pattern: o-.*", "pattern: other/ns/log-.*"],
    },
  ];
  for (const { name, of, wording, want } of rows) {
    it(`of ${name}`, () => {
      assert.deepEqual(memberLines(of, alone, wording), want);
    });
  }

  it("say what was otherwise before a change", () => {
    const [old, now] = [member("a", { replicas: 3 }), member("a", { replicas: 5, clusters: ["west"] })];
    assert.deepEqual(memberLines(now, { ...alone, earlier: old }, big), ["a × 3 → 5", "was in east"]);
  });

  it("say where it writes aside, unless that follows from its name", () => {
    const notes = [writes("a", "dead", "dead letters"), writes("a", "retail-orders-a-DLQ", "dead letters")];
    assert.deepEqual(memberLines(member("a"), { ...alone, notes }, big), ["a", "dead letters: dead", "dead letters"]);
  });
});

describe("lines of topics", () => {
  const inBoth = { pulsarClusters: ["east", "west"] };
  const rows = [
    { name: "one alone", of: topic("dead"), box: undefined, wording: small, want: ["dead"] },
    { name: "one in its box", of: topic("dead"), box: "east", wording: spread, want: ["dead"] },
    {
      name: "one outside its box",
      of: topic("dead"),
      box: undefined,
      wording: spread,
      want: ["dead", "Pulsar east"],
    },
    {
      name: "one in several clusters",
      of: topic("dead", inBoth),
      box: "east",
      wording: spread,
      want: ["dead", "Pulsar east, west"],
    },
    { name: "one where most are", of: topic("dead", inBoth), box: "east", wording: shared, want: ["dead"] },
    { name: "one where most are not", of: topic("dead"), box: "east", wording: shared, want: ["dead", "Pulsar east"] },
  ];
  for (const { name, of, box, wording, want } of rows) {
    it(`of ${name}`, () => {
      assert.deepEqual(topicLines(of, { earlier: undefined, fold: undefined, box }, wording), want);
    });
  }

  it("count who writes aside", () => {
    const written = [
      writes("a", "dead", "log lines"),
      writes("b", "dead", "log lines"),
      ...["a", "b", "c"].map((name) => writes(name, "dead", "dead letters")),
    ];
    const about = { earlier: undefined, fold: { kind: "count", written } as const, box: undefined };
    assert.deepEqual(topicLines(topic("dead"), about, small), [
      "dead",
      "log lines of 2 members",
      "dead letters of 3 members",
    ]);
  });

  it("say what was otherwise before a change", () => {
    const about = { earlier: topic("dead", { partitions: 4 }), fold: undefined, box: undefined };
    assert.deepEqual(topicLines(topic("dead", { partitions: 8, ...inBoth }), about, shared), [
      "dead",
      "4 → 8 partitions",
      "Pulsar east → east, west",
    ]);
    assert.deepEqual(topicLines(topic("dead"), about, small), ["dead", "4 → 0 partitions"]);
  });

  it("have the number of partitions", () => {
    assert.deepEqual(topicNameLines(topic("dead", { partitions: 4 }), small), ["dead", "4 partitions"]);
    assert.deepEqual(topicNameLines(topic("dead", { partitions: 0 }), small), ["dead"]);
    assert.equal(small.topicNames.get(topicName("dead")), "dead");
  });
});
