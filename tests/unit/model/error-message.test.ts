import assert from "node:assert/strict";
import { errorMessage } from "../../../provider/model/error-message";

describe("errorMessage", () => {
  const rows: readonly (readonly [string, unknown, string])[] = [
    ["an error", new Error("no answer"), "no answer"],
    ["an error of another class", new TypeError("no number"), "no number"],
    ["a text", "gone", "gone"],
    ["nothing", undefined, "undefined"],
  ];
  for (const [what, thrown, want] of rows) it(what, () => assert.equal(errorMessage(thrown), want));
});
