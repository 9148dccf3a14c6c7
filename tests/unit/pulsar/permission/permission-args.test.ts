import assert from "node:assert/strict";
import { checkPermissionArgs } from "../../../../provider/pulsar/permission/permission-args";
import { type Properties } from "../../../../provider/pulsar/resource/resource";

const right = { namespace: "t/n", role: "billing", actions: ["consume"] };

const rows: readonly { readonly name: string; readonly inputs: Properties; readonly says: readonly string[] }[] = [
  { name: "one place", inputs: right, says: [] },
  {
    name: "no action",
    inputs: { ...right, actions: [] },
    says: [
      "actions is empty: name what the role may do (produce, consume, functions, sources, sinks, packages), or take the permission " +
        "out of the program.",
    ],
  },
  {
    name: "actions that are not stated",
    inputs: { ...right, actions: undefined },
    says: ["actions is missing: state it."],
  },
  {
    name: "an action that there is not",
    inputs: { ...right, actions: ["read"] },
    says: ['actions[0] "read" is not one of "produce", "consume", "functions", "sources", "sinks", "packages".'],
  },
  {
    name: "two places",
    inputs: { ...right, topic: "persistent://t/n/x" },
    says: ["topic stands beside namespace: state one of them, and another permission for the other."],
  },
];

describe("provider/pulsar/permission/permission-args", () => {
  for (const { name, inputs, says } of rows) {
    it(name, () => {
      assert.deepEqual(
        checkPermissionArgs(inputs).failures.map(({ property, reason }) => `${property} ${reason}`),
        says,
      );
    });
  }
});
