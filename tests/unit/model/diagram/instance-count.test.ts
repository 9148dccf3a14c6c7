import assert from "node:assert/strict";
import { instanceCount } from "../../../../provider/model/diagram/instance-count";
import { member } from "./sample-topology";

const one = member("a");
const three = member("a", { replicas: 3 });
const scaled = member("a", { autoscaling: { minReplicas: 2, maxReplicas: 10 } });
const paused = member("a", { replicas: 3, paused: true });

describe("number of instances", () => {
  const rows = [
    { name: "one", of: one, earlier: undefined, want: "" },
    { name: "three", of: three, earlier: undefined, want: "× 3" },
    { name: "none", of: member("a", { replicas: 0 }), earlier: undefined, want: "× 0" },
    { name: "what the load decides", of: scaled, earlier: undefined, want: "× 2–10" },
    {
      name: "bounds that are one",
      of: member("a", { autoscaling: { minReplicas: 2, maxReplicas: 2 } }),
      earlier: undefined,
      want: "× 2",
    },
    { name: "a paused member", of: paused, earlier: undefined, want: "paused" },
    {
      name: "a paused member that is scaled",
      of: { ...scaled, paused: true } as const,
      earlier: undefined,
      want: "paused",
    },
    { name: "the same as before", of: three, earlier: three, want: "× 3" },
    { name: "more than before", of: three, earlier: one, want: "× 1 → 3" },
    { name: "one from three", of: one, earlier: three, want: "× 3 → 1" },
    { name: "one that is scaled from now on", of: scaled, earlier: three, want: "× 3 → 2–10" },
    { name: "one that is paused from now on", of: paused, earlier: three, want: "× 3 → paused" },
    { name: "one that goes on", of: one, earlier: paused, want: "paused → × 1" },
  ];
  for (const { name, of, earlier, want } of rows) {
    it(`of ${name}: ${want}`, () => {
      assert.equal(instanceCount(of, earlier), want);
    });
  }
});
