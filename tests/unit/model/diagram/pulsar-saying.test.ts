import assert from "node:assert/strict";
import { isPulsarSaid, pulsarSaying } from "../../../../provider/model/diagram/pulsar-saying";
import type { TopologyMember, TopologyTopic } from "../../../../provider/model/topology";
import { member, topic } from "./sample-topology";

const saying = (topics: readonly TopologyTopic[], members: readonly TopologyMember[] = []) =>
  pulsarSaying({ members, topics, edges: [] });

const inP = topic("p", { pulsarClusters: ["p"] });
const inQ = topic("q", { pulsarClusters: ["q"] });
const inBoth = topic("both", { pulsarClusters: ["q", "p"] });

describe("Pulsar clusters in a picture", () => {
  it("are not said where there is but one", () => {
    assert.deepEqual(saying([inP, inP], [member("a", { pulsarClusters: ["p"] })]), { kind: "none" });
    assert.equal(isPulsarSaid(inP, undefined, { kind: "none" }), true);
  });

  it("are said by boxes where most topics are in one, and where only members are in several", () => {
    assert.deepEqual(saying([inP, inQ]), { kind: "boxes" });
    assert.deepEqual(saying([inP, inBoth]), { kind: "boxes" });
    assert.deepEqual(saying([inP], [member("a", { pulsarClusters: ["q"] })]), { kind: "boxes" });
    assert.equal(isPulsarSaid(inP, "p", { kind: "boxes" }), true);
    assert.equal(isPulsarSaid(inP, "q", { kind: "boxes" }), false);
    assert.equal(isPulsarSaid(inBoth, "p, q", { kind: "boxes" }), false);
  });

  it("are said once where most topics are in several", () => {
    const once = { kind: "once", clusters: "p, q" } as const;
    assert.deepEqual(saying([inP, inBoth, topic("also", { pulsarClusters: ["p", "q"] })]), once);
    assert.equal(isPulsarSaid(inBoth, "p", once), true);
    assert.equal(isPulsarSaid(inP, "p", once), false);
  });
});
