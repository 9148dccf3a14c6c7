import assert from "node:assert/strict";
import { type MemberCleanup, memberCleanup } from "../../../provider/model/member-cleanup";
import type { MeshSpec } from "../../../provider/model/mesh";
import { planMesh } from "../../../provider/model/plan-mesh";
import { sampleMesh, source } from "../sample-mesh";

const reader = (more: object) => ({ className: "F", java: { jar: "/f.jar" }, ...more });
const pattern = "persistent://public/default/clicks-.*";
const rows: readonly {
  readonly name: string;
  readonly spec: Partial<MeshSpec>;
  readonly want: MemberCleanup | undefined;
}[] = [
  {
    name: "nothing of topics that are named",
    spec: { functions: { f: reader({ input: { topics: ["a"] } }) } },
    want: undefined,
  },
  {
    name: "nothing to delete where topics are named and the subscription is to be kept, so that what a pattern found till now stays",
    spec: { functions: { f: reader({ input: { topics: ["a"] }, cleanupSubscription: false }) } },
    want: { subscription: "public/default/f", enabled: false },
  },
  {
    name: "the subscription on what a pattern finds",
    spec: { functions: { f: reader({ input: { topicPattern: pattern } }) } },
    want: { subscription: "public/default/f", patterns: [pattern], enabled: true },
  },
  {
    name: "it still, switched off, where that is not wanted",
    spec: { functions: { f: reader({ input: { topicPattern: pattern }, cleanupSubscription: false }) } },
    want: { subscription: "public/default/f", patterns: [pattern], enabled: false },
  },
  {
    name: "it switched off under a name that others may use as well",
    spec: { functions: { f: reader({ input: { topicPattern: pattern }, subscriptionName: "all" }) } },
    want: { subscription: "all", patterns: [pattern], enabled: false },
  },
  {
    name: "it under such a name where that is wanted",
    spec: {
      functions: {
        f: reader({ input: { topicPattern: pattern }, subscriptionName: "all", cleanupSubscription: true }),
      },
    },
    want: { subscription: "all", patterns: [pattern], enabled: true },
  },
  {
    name: "it switched off where a topic that it finds stays with what waits in it",
    spec: {
      topics: { "clicks-a": { onDelete: "retain" } },
      functions: { f: reader({ input: { topicPattern: pattern } }) },
    },
    want: { subscription: "public/default/f", patterns: [pattern], enabled: false },
  },
  {
    name: "the tasks of a batch source",
    spec: { sources: { s: source({ batchSourceConfig: { discoveryTriggererClassName: "T" } }) } },
    want: {
      subscription: "BatchSourceExecutor-public/default/s",
      topics: ["persistent://public/default/s-intermediate"],
      deleteTopics: ["persistent://public/default/s-intermediate"],
      enabled: true,
    },
  },
];

describe("memberCleanup", () => {
  for (const { name, spec, want } of rows) {
    it(`finds ${name}`, () => {
      const [member] = planMesh("mesh", sampleMesh(spec)).plan.members;
      assert.deepEqual(member === undefined ? "no member" : memberCleanup(member), want);
    });
  }
});
