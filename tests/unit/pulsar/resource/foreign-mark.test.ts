import assert from "node:assert/strict";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { warnOfForeignMark } from "../../../../provider/pulsar/resource/foreign-mark";
import { stampOf } from "../../../../provider/pulsar/resource/ownership";

describe("provider/pulsar/resource/foreign-mark", () => {
  const said = (stamp: string | undefined, happens?: string): readonly string[] => {
    const messages: string[] = [];
    warnOfForeignMark(
      { what: "Topic t", stamp },
      {
        admin: createAdminClient({ adminUrl: "http://127.0.0.1:1" }),
        urn: "mine",
        preview: false,
        signal: new AbortController().signal,
        log: (severity, message) => messages.push(`${severity}: ${message}`),
      },
      happens,
    );
    return messages;
  };
  it("says nothing of one's own mark, and of none", () => {
    assert.deepEqual([...said(undefined), ...said(stampOf("mine"))], []);
  });
  for (const happens of ["will be taken over if it is equal to what is declared", "is taken over"]) {
    it(`says that an object ${happens}, and what to do`, () => {
      assert.deepEqual(said(stampOf("theirs"), happens), [
        `warning: Topic t is marked by another resource, of this stack or another one, and ${happens}. If that one is still in ` +
          `use, look the object up instead of declaring it twice, or set onDelete to "retain" here so that it outlives this ` +
          `resource; if that one was renamed or is gone, there is nothing to do.`,
      ]);
    });
  }
  it("says that an object is taken over where nothing else is said", () =>
    assert.match(said(stampOf("theirs"))[0] ?? "", /one, and is taken over\./));
});
