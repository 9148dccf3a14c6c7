import assert from "node:assert/strict";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { warnOfForeignMark } from "../../../../provider/pulsar/resource/foreign-mark";
import { stampOf } from "../../../../provider/pulsar/resource/ownership";

describe("provider/pulsar/resource/foreign-mark", () => {
  const said = (stamp: string | undefined, preview: boolean): readonly string[] => {
    const messages: string[] = [];
    warnOfForeignMark(
      { what: "Topic t", stamp },
      {
        admin: createAdminClient({ adminUrl: "http://127.0.0.1:1" }),
        urn: "mine",
        preview,
        signal: new AbortController().signal,
        log: (severity, message) => messages.push(`${severity}: ${message}`),
      },
    );
    return messages;
  };
  it("says nothing of one's own mark, and of none", () => {
    assert.deepEqual([...said(undefined, false), ...said(stampOf("mine"), false)], []);
  });
  for (const [preview, happens] of [
    [true, "will be taken over"],
    [false, "is taken over"],
  ] as const) {
    it(`says that an object ${happens}, and what to do`, () => {
      assert.deepEqual(said(stampOf("theirs"), preview), [
        `warning: Topic t is marked by another resource, of this stack or another one, and ${happens}. If that one is still in ` +
          `use, look the object up instead of declaring it twice, or set onDelete to "retain" here so that it outlives this ` +
          `resource; if that one was renamed or is gone, there is nothing to do.`,
      ]);
    });
  }
});
