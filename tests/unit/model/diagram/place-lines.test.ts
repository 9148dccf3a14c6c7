import assert from "node:assert/strict";
import { placeLines } from "../../../../provider/model/diagram/place-lines";
import { member } from "./sample-topology";

const at = (clusters: readonly string[], pulsarClusters: readonly string[] = clusters.map(() => "p")) =>
  member("a", { clusters, pulsarClusters });

describe("lines of places", () => {
  const rows = [
    { name: "one place", of: at(["x"]), earlier: undefined, want: [] },
    { name: "a place to take over", of: at(["x", "y (standby)"]), earlier: undefined, want: ["standby in y"] },
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
      of: at(["x (standby)", "y"]),
      earlier: at(["x", "y (standby)"]),
      want: ["standby in x", "was in x"],
    },
    { name: "a standby that goes", of: at(["x"]), earlier: at(["x", "y (standby)"]), want: ["was standby in y"] },
    {
      name: "a standby alone that moves",
      of: at(["x (standby)"]),
      earlier: at(["y (standby)"]),
      want: ["standby in x", "was in y"],
    },
  ];
  for (const { name, of, earlier, want } of rows) {
    it(`of ${name}`, () => {
      assert.deepEqual(placeLines(of, earlier), want);
    });
  }
});
