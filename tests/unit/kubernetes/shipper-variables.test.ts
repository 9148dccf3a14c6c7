import assert from "node:assert/strict";
import { shipperVariables } from "../../../provider/kubernetes/shipper-variables";
import type { AccessAuth, PulsarAccess } from "../../../provider/model/pulsar-access";

const variablesOf = (parts: Partial<PulsarAccess>): Readonly<Record<string, unknown>> => {
  const access = { clusterName: "e", serviceUrl: "pulsar://b:6650", env: [], envFrom: [], volumes: [], mounts: [] };
  const found = shipperVariables({ ...access, ...parts }, { credentials: "our-credentials" });
  return Object.fromEntries(found.map(({ name, value, valueFrom }) => [name, value ?? valueFrom]));
};
const argument = (plugin: string, text: string): AccessAuth => ({ plugin, params: { kind: "argument", text } });
const token = argument("org.apache.pulsar.client.impl.auth.AuthenticationToken", "file:///etc/token");
const brokerServiceURL = "pulsar://b:6650";

describe("shipper-variables", () => {
  it("are the URL alone without a credential", () => assert.deepEqual(variablesOf({}), { brokerServiceURL }));

  it("do not refer to themselves where a manifest's ConfigMap and Secrets have them", () => {
    const auth = argument("$(clientAuthenticationPlugin)", "$(clientAuthenticationParameters)");
    const tls = { allowInsecure: "$(tlsAllowInsecureConnection)", verifyHostname: "$(tlsHostnameVerificationEnable)" };
    assert.deepEqual(variablesOf({ serviceUrl: "$(brokerServiceURL)", auth, tls }), {});
  });

  it("hold a token by a reference to its Secret", () =>
    assert.deepEqual(variablesOf({ auth: token }), {
      CLIENT_AUTH_TOKEN: { secretKeyRef: { name: "our-credentials", key: "token" } },
      brokerServiceURL,
      clientAuthenticationPlugin: token.plugin,
      clientAuthenticationParameters: "token:$(CLIENT_AUTH_TOKEN)",
    }));

  it("say OAuth2 piece by piece", () => {
    const oauth2 = { issuerUrl: "https://id", audience: "urn:a", keyFile: "/etc/oauth2/k.json" };
    assert.deepEqual(variablesOf({ auth: { ...argument("OAuth2", "{}"), oauth2 } }), {
      brokerServiceURL,
      oauth2Enabled: "true",
      oauth2IssuerUrl: "https://id",
      oauth2Audience: "urn:a",
      oauth2PrivateKey: "/etc/oauth2/k.json",
    });
  });
});
