import assert from "node:assert/strict";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import {
  claim,
  type Existing,
  isTakenOver,
  judgeExisting,
  leaveToAnother,
  stampOf,
} from "../../../../provider/pulsar/resource/ownership";
import { type OperationContext } from "../../../../provider/pulsar/resource/resource";

const mine = stampOf("mine");
const theirs = stampOf("theirs");

describe("provider/pulsar/resource/ownership", () => {
  const rows: readonly { stamp?: string; differing?: readonly string[]; onExisting: string; want: Existing }[] = [
    { stamp: mine, differing: ["a"], onExisting: "refuse", want: "ours" },
    { onExisting: "refuse", want: "refused" },
    { stamp: theirs, differing: ["a"], onExisting: "adopt", want: "adopt" },
    { stamp: theirs, onExisting: "adoptIfEqual", want: "adopt" },
    { differing: ["a"], onExisting: "adoptIfEqual", want: "differs" },
  ];
  for (const { stamp, differing = [], onExisting, want } of rows) {
    const whose = stamp === undefined ? "nobody's" : stamp === mine ? "mine" : "theirs";
    it(`${onExisting}, ${whose}, ${differing.length} differences: ${want}`, () => {
      assert.equal(judgeExisting({ stamp, differing }, { onExisting }, "mine"), want);
    });
  }
  it("tells an object that was taken over from one of our own", () => {
    assert.equal(isTakenOver(theirs, { stamp: mine }, "mine"), true);
    assert.equal(isTakenOver(undefined, { stamp: mine }, "mine"), false);
    assert.equal(isTakenOver(mine, {}, "mine"), false);
    // The URN changed by an alias; the mark is the old one, which the state knows.
    assert.equal(isTakenOver(mine, { stamp: mine }, "renamed"), false);
  });
  it("leaves an object without a mark to others that hold it, and no longer holds it itself", () => {
    const admin = createAdminClient({ adminUrl: "http://127.0.0.1:1" });
    const signal = new AbortController().signal;
    const contextOf = (urn: string): OperationContext => ({ admin, urn, preview: false, signal, log: () => undefined });
    const [a, b, c] = [contextOf("a"), contextOf("b"), contextOf("c")];
    for (const context of [a, b]) claim("tenant", "t", context);
    claim("cluster", "t", c);
    const claimed = { kind: "tenant", id: "t", what: "Tenant t" };
    assert.equal(leaveToAnother(claimed, a), true);
    assert.equal(leaveToAnother(claimed, c), true);
    assert.equal(leaveToAnother(claimed, b), false);
    assert.equal(leaveToAnother(claimed, a), false);
  });
});
