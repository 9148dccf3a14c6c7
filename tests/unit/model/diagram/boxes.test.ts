import assert from "node:assert/strict";
import { boxed, type Part } from "../../../../provider/model/diagram/boxes";
import type { Home } from "../../../../provider/model/diagram/homes";

/** Boxes as their titles and what they hold. */
const shown = (parts: readonly Part<string>[]): readonly unknown[] =>
  parts.map((part) => (part.kind === "node" ? part.node : [part.box.id, part.box.title, ...shown(part.box.parts)]));

const boxes = (...homes: readonly Home[]) => shown(boxed(homes.map((home, index) => ({ node: `n${index}`, home }))));

describe("boxes", () => {
  it("come where the first of their nodes does", () => {
    assert.deepEqual(boxes({}, { kubernetes: "b" }, {}, { kubernetes: "a" }, { kubernetes: "b" }), [
      "n0",
      ["b1", "Kubernetes b", "n1", "n4"],
      "n2",
      ["b3", "Kubernetes a", "n3"],
    ]);
  });

  it("of Kubernetes clusters stand in those of Pulsar clusters", () => {
    assert.deepEqual(
      boxes({ pulsar: "p", kubernetes: "a" }, { pulsar: "p" }, { pulsar: "p", kubernetes: "b" }, { kubernetes: "c" }),
      [
        ["b0", "Pulsar p", ["b0_0", "Kubernetes a", "n0"], "n1", ["b0_2", "Kubernetes b", "n2"]],
        ["b1", "Kubernetes c", "n3"],
      ],
    );
  });

  it("around the same nodes are one", () => {
    assert.deepEqual(boxes({ pulsar: "p", kubernetes: "a" }, { pulsar: "p", kubernetes: "a" }), [
      ["b0", "Kubernetes a, Pulsar p", "n0", "n1"],
    ]);
  });

  it("have titles of text alone", () => {
    assert.deepEqual(boxes({ kubernetes: "a\nb" }), [["b0", "Kubernetes a b", "n0"]]);
  });
});
