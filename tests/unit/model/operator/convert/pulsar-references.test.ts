import assert from "node:assert/strict";
import { convertCleanup, convertPulsar } from "../../../../../provider/model/operator/convert/pulsar-references";

const oauth2Config = { issuerUrl: "https://i", audience: "a", keySecretName: "s", keySecretKey: "k" };
const genericAuth = { clientAuthenticationPlugin: "P", clientAuthenticationParameters: "p" };
const oauth2 = { kind: "oauth2", issuerUrl: "https://i", audience: "a", key: { secret: "s", key: "k" } };

const rows = [
  { name: "a ConfigMap", given: { pulsarConfig: "c" }, want: { configMap: "c" } },
  {
    name: "Secrets",
    given: { pulsarConfig: "c", authSecret: "a", tlsSecret: "t" },
    want: { configMap: "c", authSecret: "a", tlsSecret: "t" },
  },
  {
    name: "OAuth2 before any other plugin",
    given: { pulsarConfig: "c", authConfig: { oauth2Config: { ...oauth2Config, scope: "x" }, genericAuth } },
    want: { configMap: "c", auth: { ...oauth2, scope: "x" } },
  },
  {
    name: "a plugin",
    given: { pulsarConfig: "c", authConfig: { genericAuth } },
    want: { configMap: "c", auth: { kind: "plugin", plugin: "P", params: "p" } },
  },
  {
    name: "TLS with a certificate",
    given: { pulsarConfig: "c", tlsConfig: { enabled: true, certSecretName: "s", certSecretKey: "k" } },
    want: {
      configMap: "c",
      tls: { enabled: true, allowInsecure: false, verifyHostname: false, trustCerts: { secret: "s", key: "k" } },
    },
  },
  {
    name: "TLS with half of a certificate",
    given: { pulsarConfig: "c", tlsConfig: { hostnameVerification: true, certSecretName: "s" } },
    want: { configMap: "c", tls: { enabled: false, allowInsecure: false, verifyHostname: true } },
  },
];

describe("convertPulsar", () => {
  for (const { name, given, want } of rows) {
    it(`reads ${name}`, () => {
      assert.deepEqual(convertPulsar(given), want);
    });
  }

  it("cleans up with a credential of its own, where there is one", () => {
    const given = { pulsarConfig: "c", authConfig: { genericAuth }, cleanupAuthConfig: { oauth2Config } };
    assert.deepEqual(convertCleanup(given), { configMap: "c", auth: oauth2 });
    assert.equal(convertCleanup({ pulsarConfig: "c", authConfig: { genericAuth } }), undefined);
  });
});
