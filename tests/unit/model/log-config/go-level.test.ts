import assert from "node:assert/strict";
import { goLevel } from "../../../../provider/model/log-config/go-level";

describe("go-level", () => {
  for (const { level, want } of [
    { level: undefined, want: "info" },
    { level: "off", want: "info" },
    { level: "all", want: "info" },
    { level: "panic", want: "panic" },
    { level: "error", want: "error" },
  ] as const) {
    it(`makes ${want} of ${level ?? "nothing"}`, () => assert.equal(goLevel(level), want));
  }
});
