import assert from "node:assert/strict";
import type { AccessUse } from "../../../provider/model/access-of-connection";
import { accessOfReferences, referencesFiles } from "../../../provider/model/access-of-references";
import { memberSpot, packageSpot } from "../../../provider/model/access-spot";
import type { PulsarReferences, ReferencedTls } from "../../../provider/model/manifest-origin";

const instance: AccessUse = { reader: "java", spot: memberSpot, protocol: "binary", isPart: false };
const names = { credentials: "our-credentials", tlsDefaults: "our-defaults" };
const accessOf = (references: Partial<PulsarReferences>, use = instance) =>
  accessOfReferences({ configMap: "retail-pulsar", ...references }, { ...use, clusterName: "kubernetes" }, names);

const fromConfigMap = { configMapRef: { name: "retail-pulsar" } };
const variable = (name: string) => `$(${name})`;
const key = { secret: "pulsar-key", key: "auth.json" };
const oauth2 = { kind: "oauth2", issuerUrl: "https://id", audience: "urn:a", key } as const;
const plugin = { kind: "plugin", plugin: "com.acme.Auth", params: 'it\'s "quoted"' } as const;
const tls: ReferencedTls = {
  enabled: true,
  allowInsecure: false,
  verifyHostname: true,
  trustCerts: { secret: "retail-ca", key: "ca.crt" },
};

describe("access-of-references", () => {
  it("takes URLs from the ConfigMap", () => {
    assert.deepEqual(accessOf({}), {
      clusterName: "kubernetes",
      serviceUrl: variable("brokerServiceURL"),
      env: [],
      envFrom: [fromConfigMap],
      volumes: [],
      mounts: [],
    });
    assert.equal(accessOf({}, { ...instance, protocol: "web" }).webServiceUrl, variable("webServiceURL"));
  });

  it("takes a credential from its Secret", () => {
    const { auth, envFrom } = accessOf({ authSecret: "retail-auth" });
    assert.deepEqual(auth, {
      plugin: variable("clientAuthenticationPlugin"),
      params: { kind: "argument", text: variable("clientAuthenticationParameters") },
    });
    assert.deepEqual(envFrom, [fromConfigMap, { secretRef: { name: "retail-auth" } }]);
  });

  it("mounts the key of OAuth2, which wins over a Secret with a credential", () => {
    const { auth, envFrom, volumes, mounts } = accessOf({ auth: oauth2, authSecret: "retail-auth" });
    assert.deepEqual(auth?.oauth2, { issuerUrl: "https://id", audience: "urn:a", keyFile: "/etc/oauth2/auth.json" });
    assert.deepEqual(envFrom, [fromConfigMap]);
    const items = [{ key: "auth.json", path: "auth.json" }];
    const name = "function-mesh-oauth2";
    assert.deepEqual(volumes, [{ name, secret: { secretName: "pulsar-key", defaultMode: 0o440, items } }]);
    assert.deepEqual(mounts, [{ name, mountPath: "/etc/oauth2", readOnly: true }]);
  });

  it("keeps the parameters of any plugin in a Secret of ours", () => {
    const { auth, env } = accessOf({ auth: plugin });
    assert.deepEqual(auth, {
      plugin: "com.acme.Auth",
      params: { kind: "argument", text: variable("CLIENT_AUTH_PARAMS") },
    });
    const secretKeyRef = { name: "our-credentials", key: "auth.params" };
    assert.deepEqual(env, [{ name: "CLIENT_AUTH_PARAMS", valueFrom: { secretKeyRef } }]);
    const references = { configMap: "c", auth: plugin };
    assert.deepEqual(referencesFiles(references, instance), { "auth.params": 'it\'s "quoted"' });
    assert.deepEqual(referencesFiles(references, { ...instance, spot: packageSpot }), {
      "package-auth.params": 'it\'s "quoted"',
    });
    // The Go instance's command line is JSON.
    assert.deepEqual(referencesFiles(references, { ...instance, reader: "golang" }), {
      "auth.params.json": 'it\'s \\"quoted\\"',
    });
  });

  it("reads what a plugin for OAuth2 is told, for programs that want it piece by piece", () => {
    const params = '{"issuerUrl":"https://id","privateKey":"/keys/k.json"}';
    const { auth } = accessOf({
      auth: { ...plugin, plugin: "org.apache.pulsar.client.impl.auth.oauth2.AuthenticationOAuth2", params },
    });
    assert.deepEqual(auth?.oauth2, { issuerUrl: "https://id", keyFile: "/keys/k.json" });
  });

  it("mounts the authorities to trust, and asks for no Secret with TLS settings then", () => {
    const { tls: told, envFrom, volumes, mounts } = accessOf({ tls, tlsSecret: "retail-tls" });
    assert.deepEqual(told, {
      allowInsecure: "false",
      verifyHostname: "true",
      trustCertsPath: "/etc/tls/pulsar-functions/ca.crt",
    });
    assert.deepEqual(envFrom, [fromConfigMap]);
    assert.equal(volumes[0]?.secret?.secretName, "retail-ca");
    assert.equal(mounts[0]?.mountPath, "/etc/tls/pulsar-functions");
  });

  it("mounts nothing and encrypts nothing where TLS is off, whatever else is stated", () => {
    const off = accessOf({ tls: { ...tls, enabled: false }, tlsSecret: "retail-tls" });
    assert.deepEqual(
      { tls: off.tls, volumes: off.volumes, envFrom: off.envFrom },
      {
        tls: undefined,
        volumes: [],
        envFrom: [fromConfigMap],
      },
    );
  });

  it("takes TLS settings from their Secret, and defaults before them for what it leaves out", () => {
    const { tls: told, envFrom, env } = accessOf({ tlsSecret: "retail-tls" });
    assert.deepEqual(told, {
      allowInsecure: variable("tlsAllowInsecureConnection"),
      verifyHostname: variable("tlsHostnameVerificationEnable"),
      trustCertsPath: variable("tlsTrustCertsFilePath"),
    });
    assert.deepEqual(envFrom, [
      fromConfigMap,
      { configMapRef: { name: "our-defaults" } },
      { secretRef: { name: "retail-tls" } },
    ]);
    assert.ok(env.every(({ valueFrom }) => valueFrom?.secretKeyRef?.optional === true));
  });
});
