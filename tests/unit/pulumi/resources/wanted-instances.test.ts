import assert from "node:assert/strict";
import { wantedAnnotations, wantedInstances } from "../../../../provider/pulumi/resources/wanted-instances";

describe("wantedInstances", () => {
  for (const { name, annotations, want } of [
    { name: "a stated number", annotations: { [wantedAnnotations.replicas]: "4" }, want: { replicas: 4 } },
    { name: "none at all", annotations: { [wantedAnnotations.replicas]: "0" }, want: { replicas: 0 } },
    { name: "a first number", annotations: { [wantedAnnotations.initialReplicas]: "2" }, want: { initialReplicas: 2 } },
    { name: "nothing", annotations: {}, want: {} },
    { name: "what somebody wrote by hand", annotations: { [wantedAnnotations.replicas]: "all" }, want: {} },
  ])
    it(`finds ${name}`, () => assert.deepEqual(wantedInstances({ metadata: { annotations } }), want));

  it("finds nothing where there are no annotations", () => assert.deepEqual(wantedInstances({}), {}));
});
