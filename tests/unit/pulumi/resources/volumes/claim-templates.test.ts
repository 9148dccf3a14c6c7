import assert from "node:assert/strict";
import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import {
  otherTemplates,
  predecessorAnnotation,
  predecessorIn,
  withPredecessor,
} from "../../../../../provider/pulumi/resources/volumes/claim-templates";

const template = (more: object = {}) => ({
  metadata: { name: "work" },
  spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } }, ...more },
});

/** As the API server holds templates. */
const live = (...templates: readonly object[]): V1StatefulSet => ({
  spec: { selector: {}, serviceName: "", template: {}, volumeClaimTemplates: [...templates] },
});

describe("claim templates", () => {
  it("name the predecessor beside their own annotations", () => {
    const own = { ...template(), metadata: { name: "work", annotations: { a: "b" } } };
    assert.deepEqual(withPredecessor([own], "uid"), [
      { ...template(), metadata: { name: "work", annotations: { a: "b", [predecessorAnnotation]: "uid" } } },
    ]);
  });

  for (const { name, templates, predecessor } of [
    { name: "no workload was stopped", templates: [template()], predecessor: "" },
    { name: "that is not known", templates: [template()], predecessor: undefined },
    { name: "there are none", templates: [], predecessor: "uid" },
  ]) {
    it(`stay as they are where ${name}`, () => assert.deepEqual(withPredecessor(templates, predecessor), templates));
  }

  it("are read for the predecessor", () => {
    assert.equal(predecessorIn(live(template())), "");
    assert.equal(predecessorIn(live(...[withPredecessor([template()], "uid")].flat().map(Object))), "uid");
  });
});

const asServed = {
  apiVersion: "v1",
  kind: "PersistentVolumeClaim",
  metadata: { name: "work", creationTimestamp: null, annotations: { [predecessorAnnotation]: "uid" } },
  spec: { ...template().spec, resources: { requests: { storage: "1024Mi" } }, volumeMode: "Filesystem" },
  status: { phase: "Pending" },
};

const rows = [
  { name: "what the API server and the mark add", declared: [template()], live: [asServed], want: false },
  { name: "none at all", declared: [], live: [], want: false },
  {
    name: "another size",
    declared: [template({ resources: { requests: { storage: "2Gi" } } })],
    live: [asServed],
    want: true,
  },
  { name: "a template more", declared: [template(), template()], live: [asServed], want: true },
  { name: "none any more", declared: [], live: [asServed], want: true },
  { name: "the first ones", declared: [template()], live: [], want: true },
  { name: "a class taken out", declared: [template()], live: [template({ storageClassName: "fast" })], want: true },
  { name: "a block device", declared: [template()], live: [template({ volumeMode: "Block" })], want: true },
];

describe("otherTemplates", () => {
  for (const row of rows) {
    it(`${row.want ? "sees" : "does not mind"} ${row.name}`, () =>
      assert.equal(otherTemplates(row.declared, live(...row.live)), row.want));
  }
});
