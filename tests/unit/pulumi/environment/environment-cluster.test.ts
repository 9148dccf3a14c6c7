import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PulsarClusterSpec } from "../../../../provider/model/pulsar-cluster";
import { withEnvironment } from "../../../../provider/pulumi/environment/environment-cluster";

describe("provider/pulumi/environment/environment-cluster", () => {
  const directory = mkdtempSync(join(tmpdir(), "function-mesh-"));
  after(() => rmSync(directory, { recursive: true }));
  const conf = join(directory, "client.conf");
  const authorities = join(directory, "ca.pem");
  writeFileSync(conf, "webServiceUrl=https://conf:8443/\nauthParams=token:of-conf\nauthPlugin=x.AuthenticationToken\n");
  writeFileSync(authorities, "CA");

  interface Row {
    readonly name: string;
    readonly stated?: Partial<PulsarClusterSpec>;
    readonly variables: Readonly<Record<string, string>>;
    readonly want: Partial<PulsarClusterSpec>;
  }
  const url = "http://a:8080";
  const rows: readonly Row[] = [
    { name: "nothing where nothing is set", variables: {}, want: {} },
    { name: "nothing of empty variables", variables: { WEB_SERVICE_URL: "", PULSAR_TOKEN: "" }, want: {} },
    {
      name: "the URL and the token by reference",
      variables: { WEB_SERVICE_URL: url, PULSAR_TOKEN: "t" },
      want: { adminUrl: url, auth: { tokenVariable: "PULSAR_TOKEN" } },
    },
    {
      name: "the token's other name",
      variables: { PULSAR_AUTH_TOKEN: "t" },
      want: { auth: { tokenVariable: "PULSAR_AUTH_TOKEN" } },
    },
    {
      name: "what the arguments state",
      stated: { adminUrl: url, auth: { tokenFile: "/x" }, tls: { trustCerts: "own" } },
      variables: { WEB_SERVICE_URL: url, PULSAR_TOKEN: "t", PULSAR_TLS_TRUST_CERTS_FILE_PATH: authorities },
      want: { adminUrl: url, auth: { tokenFile: "/x" }, tls: { trustCerts: "own" } },
    },
    {
      name: "a token of the environment before one that is written down",
      stated: { adminUrl: url, auth: { token: "old", headers: { a: "b" } } },
      variables: { PULSAR_TOKEN: "t" },
      want: { adminUrl: url, auth: { tokenVariable: "PULSAR_TOKEN", headers: { a: "b" } } },
    },
    {
      name: "nothing of another cluster",
      stated: { adminUrl: "http://b:8080", auth: { token: "old" } },
      variables: { WEB_SERVICE_URL: url, PULSAR_TOKEN: "t" },
      want: { adminUrl: "http://b:8080", auth: { token: "old" } },
    },
    {
      name: "the same cluster by one of its hosts",
      stated: { adminUrl: "http://b:8080,a:8080/" },
      variables: { WEB_SERVICE_URL: url, PULSAR_TOKEN: "t" },
      want: { adminUrl: "http://b:8080,a:8080/", auth: { tokenVariable: "PULSAR_TOKEN" } },
    },
    {
      name: "the file of pulsar-admin",
      variables: { PULSAR_CLIENT_CONF: conf },
      want: { adminUrl: "https://conf:8443/", auth: { token: "of-conf" } },
    },
    {
      name: "single variables before that file",
      variables: { PULSAR_CLIENT_CONF: conf, PULSAR_TOKEN: "t", PULSAR_TLS_TRUST_CERTS_FILE_PATH: authorities },
      want: {
        adminUrl: "https://conf:8443/",
        auth: { tokenVariable: "PULSAR_TOKEN" },
        tls: { trustCerts: "CA" },
      },
    },
    {
      name: "a token that is written down before that file's",
      stated: { auth: { token: "stated" } },
      variables: { PULSAR_CLIENT_CONF: conf },
      want: { adminUrl: "https://conf:8443/", auth: { token: "stated" } },
    },
    {
      name: "arguments where that file is not there",
      stated: { adminUrl: url },
      variables: { PULSAR_CLIENT_CONF: join(directory, "absent") },
      want: { adminUrl: url },
    },
  ];
  for (const { name, stated = {}, variables, want } of rows) {
    it(`takes ${name}`, () => assert.deepEqual(withEnvironment(stated, variables), want));
  }
  it("says which file cannot be read", () => {
    const variables = { PULSAR_CLIENT_CONF: join(directory, "absent") };
    assert.throws(() => withEnvironment({}, variables), /absent, which the environment names for Pulsar, .*\(ENOENT\)/);
  });
});
