import assert from "node:assert/strict";
import type { MeshSpec } from "../../../provider/model/mesh";
import { planMesh } from "../../../provider/model/plan-mesh";
import { javaFunction, sampleMesh, sink, source } from "../sample-mesh";

const full = (local: string): string => `persistent://public/default/${local}`;
const sources = {
  a: source({ output: { topic: "clicks-a" } }),
  b: source({ output: { topic: "clicks-b" } }),
  c: source({ output: { topic: "other/place/clicks-c" } }),
};

/** What the function `f` finds, and where it has subscriptions. */
function found(parts: Partial<MeshSpec>): unknown {
  const { plan } = planMesh("mesh", sampleMesh({ sources, ...parts }));
  const member = plan.members.find(({ key }) => key === "f");
  return {
    found: member?.found.map(({ name }) => name),
    subscriptions: member?.subscriptions.map(({ childName, topic }) => [childName, topic]),
  };
}

describe("found-topics", () => {
  it("finds topics of the pattern's namespace, and subscribes to them, to those of others as well", () => {
    assert.deepEqual(
      found({
        topics: { "clicks-b": { external: true }, "clicks-d": {}, "non-persistent://public/default/clicks-e": {} },
        functions: { f: javaFunction({ input: { topicPattern: "clicks-.*" } }) },
      }),
      {
        found: [full("clicks-a"), full("clicks-b"), full("clicks-d")],
        subscriptions: [
          ["mesh-f-clicks-a", full("clicks-a")],
          ["mesh-f-clicks-b", full("clicks-b")],
          ["mesh-f-clicks-d", full("clicks-d")],
        ],
      },
    );
  });

  const kept: readonly (readonly [string, object, boolean])[] = [
    ["its own name", {}, false],
    ["a name that others may use", { subscriptionName: "all" }, true],
    ["such a name where it is to be deleted", { subscriptionName: "all", cleanupSubscription: true }, false],
  ];
  for (const [name, more, isKept] of kept) {
    it(`${isKept ? "keeps" : "does not keep"} a subscription on a topic of others under ${name}`, () => {
      const { plan } = planMesh(
        "mesh",
        sampleMesh({
          topics: { "clicks-x": { external: true } },
          functions: { f: javaFunction({ input: { topicPattern: "clicks-.*" }, ...more }) },
        }),
      );
      const { subscriptions = [] } = plan.members.find(({ key }) => key === "f") ?? {};
      assert.deepEqual(
        subscriptions.map((subscription) => [subscription.topic, subscription.onDelete]),
        [[full("clicks-x"), isKept ? "retain" : "force"]],
      );
    });
  }

  it("keeps the subscriptions of a member that wants to keep them", () => {
    const { plan } = planMesh(
      "mesh",
      sampleMesh({
        sources,
        functions: { f: javaFunction({ input: { topicPattern: "clicks-.*" }, cleanupSubscription: false }) },
      }),
    );
    const member = plan.members.find(({ key }) => key === "f");
    assert.deepEqual(
      member?.subscriptions.map(({ onDelete }) => onDelete),
      ["retain", "retain"],
    );
  });

  it("finds none twice, and none that is read by name", () => {
    assert.deepEqual(
      found({
        sinks: {
          f: sink({
            input: {
              topics: ["clicks-a"],
              topicPattern: "clicks-.*",
              sourceSpecs: { ".*-b": { isRegexPattern: true } },
            },
          }),
        },
      }),
      {
        found: [full("clicks-b")],
        subscriptions: [
          ["mesh-f-clicks-a", full("clicks-a")],
          ["mesh-f-clicks-b", full("clicks-b")],
        ],
      },
    );
  });

  it("finds nothing for a function with a connector in place of topics", () => {
    assert.deepEqual(
      found({
        functions: {
          f: javaFunction({ input: { topicPattern: "clicks-.*" }, source: { connector: "builtin://kafka" } }),
        },
      }),
      { found: [], subscriptions: [] },
    );
  });

  it("does not find topics of other Pulsar clusters", () => {
    assert.deepEqual(
      found({
        pulsar: {
          east: { adminUrl: "http://e", serviceUrl: "pulsar://e" },
          west: { adminUrl: "http://w", serviceUrl: "pulsar://w" },
        },
        functions: { f: javaFunction({ pulsarCluster: "west", input: { topicPattern: "clicks-.*" } }) },
      }),
      { found: [], subscriptions: [] },
    );
  });
});
