import assert from "node:assert/strict";
import { renderPodTemplate } from "../../../provider/kubernetes/pod";
import type { FunctionSpec } from "../../../provider/model/function";
import type { Asset } from "../../../provider/model/json";
import type { ManifestOrigin } from "../../../provider/model/manifest-origin";
import { ownMounts } from "../../../provider/model/own-mounts";
import { onlyPlace } from "../rendered-objects";
import { functionOf, javaFunction, pythonFunction, sampleMesh } from "../sample-mesh";

const key = { secret: "s", key: "k" };
const tls = { enabled: true, allowInsecure: false, verifyHostname: true, trustCerts: key };
const auth = { kind: "oauth2", issuerUrl: "https://i", audience: "a", key } as const;
const origin: ManifestOrigin = {
  componentName: "f",
  clusterName: "kubernetes",
  pulsar: { configMap: "pulsar", tls, auth },
  packages: { configMap: "packages", tls, auth },
};
const cryptoConfig = {
  cryptoKeyReaderClassName: "com.acme.Keys",
  encryptionKeys: ["k"],
  cryptoSecrets: [{ secretName: "s", secretKey: "k", asVolume: "/keys" }],
};
const pulsar = {
  east: { adminUrl: "https://a", serviceUrl: "pulsar+ssl://b:6651", auth: { token: "t" }, tls: { trustCerts: "pem" } },
};

/** What instances write, and packages: a volume of the user's stands in for these. */
const replaceable: ReadonlySet<string> = new Set([
  "/tmp",
  "/pulsar/logs/functions",
  "/pulsar/f.jar",
  "/pulsar/download",
]);

const code: Asset = JSON.parse("{}");

describe("ownMounts", () => {
  const jar = "/pulsar/f.jar";
  const log = { level: "debug", rotatePolicy: "SizedPolicyWith10MB" } as const;
  const rows: Readonly<Record<string, { readonly spec: FunctionSpec; readonly origin?: ManifestOrigin }>> = {
    nothing: { spec: javaFunction() },
    "a logging configuration": { spec: javaFunction({ java: { jar, log } }) },
    "local code": { spec: functionOf({ python: { code }, className: "f.F" }) },
    keys: { spec: pythonFunction({ output: { topic: "out", producerConf: { cryptoConfig } } }) },
    "a package": { spec: javaFunction({ java: { jar, jarLocation: "function://a/b/c@1" } }) },
    "what a manifest refers to": { spec: javaFunction({ java: { jar, jarLocation: "function://a/b/c@1" } }), origin },
  };
  for (const [name, { spec, origin: from }] of Object.entries(rows))
    it(`are all that pods mount: ${name}`, () => {
      const planned = onlyPlace(sampleMesh({ pulsar, functions: { f: spec } }));
      const member = from === undefined ? planned.member : { ...planned.member, origin: from };
      const names = { config: "c", code: "code", credentials: "creds" };
      const { initContainers = [], containers } = renderPodTemplate(
        { ...planned, member },
        spec.python?.code === undefined ? { config: "c", credentials: "creds" } : names,
      ).spec;
      const mounts = [...initContainers, ...containers].flatMap(({ volumeMounts = [] }) => volumeMounts);
      const paths = new Set(mounts.map(({ mountPath }) => mountPath).filter((path) => !replaceable.has(path)));
      assert.deepEqual([...paths].sort(), [...new Set(ownMounts(planned.plan, member))].sort());
    });
});
