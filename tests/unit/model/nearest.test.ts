import assert from "node:assert/strict";
import { nearest } from "../../../provider/model/nearest";

describe("nearest", () => {
  const rows = [
    { name: "eats", names: ["east", "west"], want: "east" },
    { name: "East", names: ["east"], want: "east" },
    { name: "replica", names: ["image", "replicas"], want: "replicas" },
    { name: "north", names: ["east", "west"], want: undefined },
    { name: "x", names: [], want: undefined },
  ];
  for (const { name, names, want } of rows) {
    it(`${name} among ${names.join(", ")} means ${want ?? "none"}`, () => assert.equal(nearest(name, names), want));
  }
});
