import assert from "node:assert/strict";
import { renderPdb } from "../../../provider/kubernetes/pdb";
import type { IntOrString } from "../../../provider/model/kubernetes-types";
import { onlyPlace } from "../rendered-objects";
import { javaFunction, sampleMesh } from "../sample-mesh";

const minAvailable = (stated?: IntOrString) => {
  const pod = stated === undefined ? {} : { minAvailable: stated };
  return renderPdb(onlyPlace(sampleMesh({ functions: { f: javaFunction({ pod }) } })))?.spec.minAvailable;
};

describe("pdb", () => {
  for (const { stated, want } of [
    { stated: undefined, want: undefined },
    { stated: "2", want: 2 },
    { stated: "0", want: 0 },
    { stated: 2, want: 2 },
    { stated: 0, want: 0 },
    { stated: "50%", want: "50%" },
  ]) {
    it(`keeps ${JSON.stringify(stated) ?? "nothing"}`, () => assert.equal(minAvailable(stated), want));
  }

  it("keeps nothing where no instance runs", () => {
    const placement = [{ cluster: "east", standby: true }];
    const functions = { f: javaFunction({ pod: { minAvailable: "1" }, placement }) };
    assert.equal(renderPdb(onlyPlace(sampleMesh({ functions }))), undefined);
  });
});
