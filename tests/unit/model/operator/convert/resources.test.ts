import assert from "node:assert/strict";
import { paddedResources } from "../../../../../provider/model/operator/convert/resources";

describe("paddedResources", () => {
  const requests = { cpu: "1", memory: "1Gi" };
  const rows = [
    { name: "nothing", given: {}, want: undefined },
    { name: "both", given: { requests, limits: { memory: "2Gi" } }, want: { requests, limits: { memory: "2Gi" } } },
    { name: "a request for the limit", given: { requests }, want: { requests, limits: { memory: "1Gi" } } },
    {
      name: "a request for a limit that is left out",
      given: { requests, limits: { cpu: "2" } },
      want: { requests, limits: { cpu: "2", memory: "1Gi" } },
    },
    { name: "limits alone", given: { limits: { memory: "2Gi" } }, want: { limits: { memory: "2Gi" } } },
  ];
  for (const { name, given, want } of rows) {
    it(`takes ${name}`, () => {
      assert.deepEqual(paddedResources(given), want);
    });
  }
});
