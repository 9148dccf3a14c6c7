import assert from "node:assert/strict";
import type { PulsarReferences } from "../../../provider/model/manifest-origin";
import { needsTlsDefaults } from "../../../provider/model/tls-defaults";
import { placesOf } from "../rendered-objects";
import { javaFunction, sampleMesh } from "../sample-mesh";

const needs = (pulsar: Partial<PulsarReferences>, packages?: PulsarReferences): boolean[] =>
  placesOf(sampleMesh({ functions: { f: javaFunction() } })).map(({ member }) =>
    needsTlsDefaults({
      ...member,
      origin: {
        componentName: "f",
        clusterName: "kubernetes",
        pulsar: { configMap: "c", ...pulsar },
        ...(packages === undefined ? {} : { packages }),
      },
    }),
  );
const off = { enabled: false, allowInsecure: false, verifyHostname: true };

describe("tls-defaults", () => {
  it("are needed beside a Secret that may leave something out", () => {
    assert.deepEqual(needs({ tlsSecret: "s" }), [true]);
    assert.deepEqual(needs({}, { configMap: "p", tlsSecret: "s" }), [true]);
  });

  it("are not needed otherwise", () => {
    assert.deepEqual(needs({}), [false]);
    assert.deepEqual(needs({ tlsSecret: "s", tls: off }), [false]);
  });
});
