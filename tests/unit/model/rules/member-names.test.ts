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
  ["a name that holds a slash", reader({ name: "a/b" }), ["functions.f.name"]],
  [
    "a name that holds a slash, beside names in place of it",
    reader({ name: "a/b", subscriptionName: "s" }),
    ["functions.f.name"],
  ],
  ["a name that holds a slash, with dead letters", reader({ name: "a/b", maxMessageRetry: 3 }), ["functions.f.name"]],
  ["an empty name", reader({ name: "" }), ["functions.f.name"]],
  ["an empty key", onlyMember({ functions: { "": javaFunction() } }), ['functions[""]']],
  ["a name that gives dead letters no topic", reader({ name: "a b", maxMessageRetry: 3 }), ["functions.f.name"]],
  ["a name whose dead letters have a topic", reader({ name: "a b", maxMessageRetry: 3, deadLetterTopic: "dead" }), []],
  [
    "a name of dead letters that clients choose",
    reader({ name: "a b", maxMessageRetry: 3, subscriptionName: "s" }),
    [],
  ],
  ["a name without dead letters", reader({ name: "a b" }), []],
  ["a batch source whose tasks have no topic", writer({ ...batch, name: "a b" }), ["sources.s.name"]],
  ["a source without tasks", writer({ name: "a b" }), []],
  ["a source whose name holds a slash", writer({ ...batch, name: "a/b" }), ["sources.s.name"]],
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
