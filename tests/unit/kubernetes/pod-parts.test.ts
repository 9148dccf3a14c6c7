import assert from "node:assert/strict";
import type { PodPart } from "../../../provider/kubernetes/pod-part";
import { mergedParts } from "../../../provider/kubernetes/pod-parts";

const part: PodPart = {
  env: [{ name: "A", value: "1" }],
  envFrom: [{ configMapRef: { name: "c" } }],
  volumes: [{ name: "v", emptyDir: {} }],
  mounts: [{ name: "v", mountPath: "/v" }],
  initContainers: [{ name: "i" }],
  sidecars: [{ name: "s" }],
};

describe("mergedParts", () => {
  it("is empty lists for parts that add nothing", () => {
    const nothing = { env: [], envFrom: [], volumes: [], mounts: [], initContainers: [], sidecars: [] };
    assert.deepEqual(mergedParts([{}, {}]), nothing);
  });
  it("has what two parts both add once", () => assert.deepEqual(mergedParts([part, part]), part));
  it("keeps one volume's mounts at two places", () => {
    const other = { name: "v", mountPath: "/w" };
    assert.deepEqual(mergedParts([part, { mounts: [other] }]).mounts, [{ name: "v", mountPath: "/v" }, other]);
  });
  it("keeps the same source of variables under another prefix", () => {
    const other = { configMapRef: { name: "c" }, prefix: "P_" };
    assert.equal(mergedParts([part, { envFrom: [other] }]).envFrom.length, 2);
  });
});
