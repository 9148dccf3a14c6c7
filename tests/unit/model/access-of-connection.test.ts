import assert from "node:assert/strict";
import { accessOfConnection, type AccessUse, connectionFiles } from "../../../provider/model/access-of-connection";
import { memberSpot, packageSpot } from "../../../provider/model/access-spot";
import type { PulsarAccess } from "../../../provider/model/pulsar-access";
import type { PulsarAuthSpec } from "../../../provider/model/pulsar-cluster";
import { placeholder } from "../../../provider/model/unknown";

const use = (parts: Partial<AccessUse> = {}): AccessUse => ({
  reader: "java",
  spot: memberSpot,
  protocol: "binary",
  isPart: false,
  ...parts,
});
const connection = (auth: PulsarAuthSpec) => ({ clusterName: "east", serviceUrl: "pulsar://broker:6650", auth });
const accessOf = (auth: PulsarAuthSpec, parts?: Partial<AccessUse>): PulsarAccess =>
  accessOfConnection(connection(auth), use(parts), { credentials: "our-credentials" });

const oauth2 = { issuerUrl: "https://id", credentials: "{}" };
const plugin = { plugin: "com.acme.Auth", params: 'say "hi"' };
const directory = "/etc/function-mesh/credentials";
const tokenPlugin = "org.apache.pulsar.client.impl.auth.AuthenticationToken";
const tlsPlugin = "org.apache.pulsar.client.impl.auth.AuthenticationTls";
const certificates = `tlsCertFile:${directory}/tls.crt,tlsKeyFile:${directory}/tls.key`;

describe("access-of-connection", () => {
  const argument = (text: string) => ({ kind: "argument", text });
  const file = (path: string) => ({ kind: "file", path });
  for (const { name, auth, reader, want, files } of [
    {
      name: "a token",
      auth: { token: "abc" },
      reader: "golang",
      want: { plugin: tokenPlugin, params: argument(`file://${directory}/token`) },
      files: { token: "abc" },
    },
    {
      name: "a certificate for Python",
      auth: { tls: { cert: "c", key: "k" } },
      reader: "python",
      want: { plugin: "tls", params: argument(certificates) },
      files: { "tls.crt": "c", "tls.key": "k" },
    },
    {
      name: "a certificate for any other",
      auth: { tls: { cert: "c", key: "k" } },
      reader: "generic",
      want: { plugin: tlsPlugin, params: argument(certificates) },
      files: { "tls.crt": "c", "tls.key": "k" },
    },
    {
      name: "a plugin for Java",
      auth: plugin,
      reader: "java",
      want: { plugin: "com.acme.Auth", params: file(`${directory}/auth.args`) },
      files: { "auth.args": '--client_auth_params\nsay "hi"\n' },
    },
    {
      name: "a plugin for Python",
      auth: plugin,
      reader: "python",
      want: { plugin: "com.acme.Auth", params: file(`${directory}/auth.ini`) },
      files: { "auth.ini": '[DEFAULT]\nclient_auth_params = say "hi"\n' },
    },
    {
      name: "a plugin for Go, whose command line is JSON",
      auth: plugin,
      reader: "golang",
      want: { plugin: "com.acme.Auth", params: argument("$(CLIENT_AUTH_PARAMS)") },
      files: { "auth.params.json": 'say \\"hi\\"' },
    },
    {
      name: "a plugin for a generic instance",
      auth: plugin,
      reader: "generic",
      want: { plugin: "com.acme.Auth", params: argument("$(CLIENT_AUTH_PARAMS)") },
      files: { "auth.params": 'say "hi"' },
    },
    { name: "what pods cannot use", auth: { tokenFile: "/home/me/token" }, reader: "java", want: undefined, files: {} },
  ] as const) {
    it(`gives ${name} to an instance`, () => {
      assert.deepEqual(accessOf(auth, { reader }).auth, want);
      assert.deepEqual(connectionFiles(connection(auth), use({ reader })), files);
    });
  }

  it("has a secret that nobody may look at yet written as the file it stands in wants it", () => {
    const secret = { plugin: "com.acme.Auth", params: placeholder("secret", 3) };
    for (const { reader, form } of [
      { reader: "java", form: "line" },
      { reader: "python", form: "ini" },
      { reader: "golang", form: "json" },
    ] as const) {
      const files = connectionFiles(connection(secret), use({ reader }));
      assert.ok(Object.values(files)[0]?.includes(placeholder("secret", 3, form)), reader);
    }
  });

  it("mounts the whole Secret, so that files follow it", () => {
    const { volumes, mounts, env } = accessOf({ token: "abc" });
    const name = "function-mesh-credentials";
    assert.deepEqual(volumes, [{ name, secret: { secretName: "our-credentials", defaultMode: 0o440 } }]);
    assert.deepEqual(mounts, [{ name, mountPath: directory, readOnly: true }]);
    assert.deepEqual(env, []);
  });

  it("mounts only its own files where the Secret has others", () => {
    const { volumes, auth } = accessOf({ oauth2 }, { spot: packageSpot, isPart: true });
    const items = [{ key: "package-oauth2.json", path: "oauth2.json" }];
    const secret = { secretName: "our-credentials", defaultMode: 0o440, items };
    assert.deepEqual(volumes, [{ name: "function-mesh-package-credentials", secret }]);
    assert.equal(auth?.oauth2?.keyFile, "/etc/function-mesh/package-credentials/oauth2.json");
  });

  it("encrypts as the scheme of its URL says", () => {
    const both = { clusterName: "e", serviceUrl: "pulsar://b:6650", webServiceUrl: "https://a:8443" };
    const encrypted = { allowInsecure: "false", verifyHostname: "true" };
    assert.equal(accessOfConnection(both, use(), {}).tls, undefined);
    assert.deepEqual(accessOfConnection(both, use({ protocol: "web" }), {}).tls, encrypted);
    assert.deepEqual(accessOfConnection({ ...both, serviceUrl: "pulsar+ssl://b:6651" }, use(), {}).tls, encrypted);
  });
});
