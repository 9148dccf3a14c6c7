import assert from "node:assert/strict";
import type { FunctionSpec } from "../../../provider/model/function";
import type { ManifestOrigin } from "../../../provider/model/manifest-origin";
import { operatorVolumes } from "../../../provider/model/operator-volumes";
import { onlyPlace } from "../rendered-objects";
import { javaFunction, sampleMesh } from "../sample-mesh";

const tls = {
  enabled: true,
  allowInsecure: false,
  verifyHostname: true,
  trustCerts: { secret: "My.Secret", key: "ca.crt" },
};
const auth = {
  kind: "oauth2",
  issuerUrl: "https://i",
  audience: "a",
  key: { secret: "client", key: "key_file" },
} as const;
const origin: ManifestOrigin = { componentName: "f", clusterName: "kubernetes", pulsar: { configMap: "p", tls, auth } };

const volumesOf = (spec: FunctionSpec, from: ManifestOrigin | undefined = origin) => {
  const { member } = onlyPlace(sampleMesh({ functions: { f: spec } }));
  return Object.fromEntries(operatorVolumes(from === undefined ? member : { ...member, origin: from }));
};
const jar = "/pulsar/f.jar";
const cryptoSecrets = [
  { secretName: "keys", secretKey: "a", asVolume: "/keys" },
  { secretName: "keys", secretKey: "b", asVolume: "/more" },
];
const full = javaFunction({
  java: { jar, jarLocation: "https://a/f.jar", log: { logConfig: { name: "log", key: "log4j2.xml" } } },
  output: { topic: "out", producerConf: { cryptoConfig: { cryptoKeyReaderClassName: "K", cryptoSecrets } } },
});

describe("operatorVolumes", () => {
  it("are credentials and authorities of a manifest", () =>
    assert.deepEqual(volumesOf(javaFunction()), {
      "client-key-file": "function-mesh-oauth2",
      "my-secret-ca-crt": "function-mesh-trust-certs",
    }));

  it("are logs, packages and keys where there are such", () =>
    assert.deepEqual(volumesOf(full, { ...origin, pulsar: { configMap: "p" } }), {
      "filebeat-logs": "function-mesh-logs",
      "downloader-volume": "function-mesh-package",
      "log-java-log-conf": "function-mesh-log-config",
      "keys-a": "function-mesh-crypto-0",
      "keys-b": "function-mesh-crypto-1",
    }));

  it("are none in a program", () => {
    const { member } = onlyPlace(sampleMesh({ functions: { f: full } }));
    assert.equal(operatorVolumes(member).size, 0);
  });
});
