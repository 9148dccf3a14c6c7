import assert from "node:assert/strict";
import { subscriptionCleanup } from "../../../../provider/model/operator/subscription-cleanup";
import { componentOf } from "./sample-component";

const cleanupSubscription = true;
const tasks = "persistent://retail/orders/b-intermediate";
const base = { kind: "SubscriptionCleanup", kubernetesNamespace: "default", enabled: true };
const asIs = { component: "sink/a", topics: ["persistent://public/default/in"], subscription: "public/default/a" };
const asked = { cleanupSubscription, input: { topics: ["in"] } };

const rows = [
  {
    name: "nothing where it is not asked for",
    component: componentOf("sink", { input: { topics: ["in"] } }),
    want: { ...base, ...asIs, enabled: false },
  },
  { name: "nothing of a source", component: componentOf("source", {}), want: undefined },
  {
    name: "topics by all ways",
    component: componentOf("function", {
      ...asked,
      input: {
        topics: ["in", "persistent://a/b/c"],
        customSerdeSources: { serde: "S", in: "S" },
        customSchemaSources: { schema: "S" },
        sourceSpecs: { specs: {}, "a-.*": { isRegexPattern: true } },
      },
    }),
    want: {
      ...base,
      component: "function/a",
      topics: ["in", "c", "serde", "schema", "specs"].map((name) =>
        name === "c" ? "persistent://a/b/c" : `persistent://public/default/${name}`,
      ),
      patterns: ["persistent://public/default/a-.*"],
      subscription: "public/default/a",
    },
  },
  {
    name: "a pattern by a subscription of its own name",
    component: componentOf("sink", {
      cleanupSubscription,
      input: { topicPattern: "persistent://a/b/x-.*" },
      subscriptionName: "s",
    }),
    want: { ...base, component: "sink/a", patterns: ["persistent://a/b/x-.*"], subscription: "s" },
  },
  {
    name: "the tasks of a batch source",
    component: componentOf("source", { name: "b", tenant: "retail", namespace: "orders", batchSourceConfig: {} }),
    want: {
      ...base,
      component: "source/a",
      topics: [tasks],
      subscription: "BatchSourceExecutor-retail/orders/b",
      deleteTopics: [tasks],
    },
  },
  {
    name: "nothing where it is said not to be needed",
    component: {
      ...componentOf("sink", asked),
      annotations: { "compute.functionmesh.io/need-cleanup": "false" },
    },
    want: { ...base, ...asIs, enabled: false },
  },
  {
    name: "nothing of what somebody else looks after",
    component: { ...componentOf("sink", asked), labels: { "compute.functionmesh.io/pulsar-cluster": "x" } },
    want: { ...base, ...asIs, enabled: false },
  },
  {
    name: "nothing where there is no topic",
    component: componentOf("function", { cleanupSubscription, sourceConfig: {} }),
    want: undefined,
  },
];

describe("subscriptionCleanup", () => {
  for (const { name, component, want } of rows) {
    it(`deletes ${name}`, () => {
      assert.deepEqual(subscriptionCleanup(component), want);
    });
  }
});
