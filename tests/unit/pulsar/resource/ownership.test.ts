import assert from "node:assert/strict";
import { type Existing, isTakenOver, judgeExisting, stampOf } from "../../../../provider/pulsar/resource/ownership";

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
});
