import assert from "node:assert/strict";
import { topicFinder } from "../../../provider/model/topic-finder";
import { unknown } from "./rules/broken-meshes";

const topic = (name: string) => ({ name, persistent: !name.startsWith("non-") });
const topics = [
  "persistent://shop/web/clicks-a",
  "persistent://shop/web/clicks-b",
  "persistent://shop/web/orders",
  "persistent://shop/other/clicks-c",
  "non-persistent://shop/web/clicks-d",
  unknown,
].map(topic);

const rows: readonly (readonly [string, string, readonly string[]])[] = [
  ["the persistent topics of its namespace", "persistent://shop/web/clicks-.*", ["clicks-a", "clicks-b"]],
  ["nothing in a namespace without topics", "persistent://shop/none/.*", []],
  ["nothing by one that is not known", unknown, []],
  ["nothing by one that is malformed", "persistent://shop/web/clicks-(", []],
];

describe("topicFinder", () => {
  const matching = topicFinder(topics);
  for (const [name, pattern, want] of rows)
    it(`finds ${name}`, () => {
      const found = matching({ name: pattern }).map((each) => each.name.replace("persistent://shop/web/", ""));
      assert.deepEqual(found, want);
    });
});
