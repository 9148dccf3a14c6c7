import assert from "node:assert/strict";
import { placeLines } from "../../../../provider/model/diagram/place-lines";
import { member } from "./sample-topology";

const at = (clusters: readonly string[], pulsarClusters: readonly string[] = clusters.map(() => "p")) =>
  member("a", { clusters, pulsarClusters });
/** The first clusters are active, the last one stands by. */
const standingBy = (...clusters: readonly string[]) =>
  member("a", { clusters, standby: clusters.slice(-1), pulsarClusters: clusters.map(() => "p") });

describe("lines of places", () => {
  const rows = [
    { name: "one place", of: at(["x"]), earlier: undefined, want: [] },
    { name: "a place to take over", of: standingBy("x", "y"), earlier: undefined, want: ["standby in y"] },
    { name: "a change of something else", of: at(["x"]), earlier: at(["x"]), want: [] },
    { name: "a move", of: at(["y"]), earlier: at(["x"]), want: ["was in x"] },
    {
      name: "a move to another Pulsar cluster",
      of: at(["y"], ["q"]),
      earlier: at(["x"]),
      want: ["was in x", "was on Pulsar p"],
    },
    { name: "another Pulsar cluster", of: at(["x"], ["q"]), earlier: at(["x"]), want: ["was on Pulsar p"] },
    { name: "one place more", of: at(["x", "y"]), earlier: at(["x"]), want: ["was in x"] },
    {
      name: "a standby that takes over",
      of: standingBy("y", "x"),
      earlier: standingBy("x", "y"),
      want: ["standby in x", "was in x"],
    },
    { name: "a standby that goes", of: at(["x"]), earlier: standingBy("x", "y"), want: ["was standby in y"] },
    {
      name: "a standby alone that moves",
      of: standingBy("x"),
      earlier: standingBy("y"),
      want: ["standby in x", "was in y"],
    },
  ];
  for (const { name, of, earlier, want } of rows) {
    it(`of ${name}`, () => {
      assert.deepEqual(placeLines(of, earlier), want);
    });
  }
});
