import assert from "node:assert/strict";
import { memberLines, topicLines, topicNameLines } from "../../../../provider/model/diagram/node-lines";
import { topicNames } from "../../../../provider/model/diagram/topic-names";
import { member, topic, topicName, writes } from "./sample-topology";

const topics = [topic("dead"), topic("retail-orders-a-DLQ")];
const small = { topicNames: topicNames(topics), isLarge: false, isInSeveralPulsarClusters: false };
const big = { ...small, isLarge: true };
const spread = { ...small, isInSeveralPulsarClusters: true };

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
      of: member("a", { clusters: ["x", "y (standby)"] }),
      wording: small,
      want: ["a", "function", "standby in y"],
    },
  ];
  for (const { name, of, wording, want } of rows) {
    it(`of ${name}`, () => {
      assert.deepEqual(memberLines(of, [], wording), want);
    });
  }

  it("say where it writes aside, unless that follows from its name", () => {
    const notes = [writes("a", "dead", "dead letters"), writes("a", "retail-orders-a-DLQ", "dead letters")];
    assert.deepEqual(memberLines(member("a"), notes, big), ["a", "dead letters: dead", "dead letters"]);
  });
});

describe("lines of topics", () => {
  const inBoth = { pulsarClusters: ["east", "west"] };
  const rows = [
    { name: "one alone", of: topic("dead"), isInItsBox: false, wording: small, want: ["dead"] },
    { name: "one in its box", of: topic("dead"), isInItsBox: true, wording: spread, want: ["dead"] },
    {
      name: "one outside its box",
      of: topic("dead"),
      isInItsBox: false,
      wording: spread,
      want: ["dead", "Pulsar east"],
    },
    {
      name: "one in several clusters",
      of: topic("dead", inBoth),
      isInItsBox: true,
      wording: spread,
      want: ["dead", "Pulsar east, west"],
    },
  ];
  for (const { name, of, isInItsBox, wording, want } of rows) {
    it(`of ${name}`, () => {
      assert.deepEqual(topicLines(of, { fold: undefined, isInItsBox }, wording), want);
    });
  }

  it("count who writes log lines", () => {
    const fold = {
      kind: "count",
      written: [writes("a", "dead", "log lines"), writes("b", "dead", "log lines")],
    } as const;
    assert.deepEqual(topicLines(topic("dead"), { fold, isInItsBox: false }, small), ["dead", "log lines of 2 members"]);
  });

  it("have the number of partitions", () => {
    assert.deepEqual(topicNameLines(topic("dead", { partitions: 4 }), small), ["dead", "4 partitions"]);
    assert.deepEqual(topicNameLines(topic("dead", { partitions: 0 }), small), ["dead"]);
    assert.equal(small.topicNames.get(topicName("dead")), "dead");
  });
});
