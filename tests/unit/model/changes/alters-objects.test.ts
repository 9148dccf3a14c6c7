import assert from "node:assert/strict";
import { altersObjects } from "../../../../provider/model/changes/alters-objects";
import type { Change } from "../../../../provider/model/changes/change";

const change = (...paths: readonly string[]): Change => ({
  kind: "memberUpdated",
  path: "functions.f",
  text: "",
  effect: "none",
  fields: paths.map((path) => ({ path, effect: "none" })),
});

describe("a change alters objects", () => {
  const rows = [
    {
      name: "how long an update waits",
      of: change("defaults.rollout.timeoutSeconds", "rollout.attachment"),
      want: false,
    },
    { name: "what becomes of a subscription in the end", of: change("sinks.s.cleanupSubscription"), want: false },
    {
      name: "that and more",
      of: change("defaults.rollout.timeoutSeconds", "functions.f.pod.minAvailable"),
      want: true,
    },
    { name: "an object beside the instances", of: change("functions.f.pod.minAvailable"), want: true },
    { name: "instances", of: { ...change("functions.f.rollout.timeoutSeconds"), effect: "roll" } as const, want: true },
    {
      name: "another spelling",
      of: { ...change(), fields: [{ path: "functions.f.pod.volumes", effect: "none", isRespelt: true }] } as const,
      want: false,
    },
    { name: "no fields", of: change(), want: true },
  ];
  for (const { name, of, want } of rows) {
    it(`by ${name}: ${want ? "yes" : "no"}`, () => {
      assert.equal(altersObjects(of), want);
    });
  }
});
