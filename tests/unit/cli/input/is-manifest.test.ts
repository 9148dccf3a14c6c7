import assert from "node:assert/strict";
import { isManifest } from "../../../../provider/cli/input/is-manifest";

describe("isManifest", () => {
  const cases = [
    { value: { apiVersion: "v1", kind: "ConfigMap" }, want: true },
    { value: { kind: "Function" }, want: true },
    { value: { functions: {} }, want: false },
    { value: ["kind"], want: false },
    { value: "kind", want: false },
    { value: null, want: false },
  ];
  for (const { value, want } of cases) it(JSON.stringify(value), () => assert.equal(isManifest(value), want));
});
