import assert from "node:assert/strict";
import { memberNameFindings } from "../../../../provider/model/rules/member-names";
import { fromManifest, onlyMember } from "../../planned-member";
import { javaFunction, source } from "../../sample-mesh";

const reader = (parts: Parameters<typeof javaFunction>[0]) => onlyMember({ functions: { f: javaFunction(parts) } });
const batch = { batchSourceConfig: { discoveryTriggererClassName: "com.acme.Cron" } };
const writer = (parts: Parameters<typeof source>[0]) => onlyMember({ sources: { s: source(parts) } });

const rows: readonly (readonly [string, ReturnType<typeof reader>, readonly string[]])[] = [
  ["a name", reader({}), []],
  ["a name that gives a subscription none", reader({ name: "f\n" }), ["functions.f.name"]],
  ["a subscription in its place", reader({ name: "f\n", subscriptionName: "s" }), []],
  ["an empty subscription", reader({ subscriptionName: "" }), ["functions.f.subscriptionName"]],
  ["an empty subscription of a manifest, which is none", fromManifest(reader({ subscriptionName: "" })), []],
  ["a batch source whose tasks have no topic", writer({ ...batch, name: "a/b" }), ["sources.s.name"]],
  ["a source without tasks", writer({ name: "a/b" }), []],
];

describe("memberNameFindings", () => {
  for (const [name, member, want] of rows) {
    it(`looks at ${name}`, () => {
      assert.deepEqual(
        memberNameFindings(member).map(({ path }) => path),
        want,
      );
    });
  }
});
