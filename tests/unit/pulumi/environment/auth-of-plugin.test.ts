import assert from "node:assert/strict";
import { authOfPlugin } from "../../../../provider/pulumi/environment/auth-of-plugin";

const oauth2 = { issuerUrl: "https://i", audience: "a", privateKey: "file:///key.json" };
const encoded = `data:application/json;base64,${Buffer.from("{}").toString("base64")}`;
const java = "org.apache.pulsar.client.impl.auth";

describe("provider/pulumi/environment/auth-of-plugin", () => {
  const rows: readonly (readonly [plugin: string, params: string, want: object])[] = [
    [`${java}.AuthenticationToken`, "token:abc", { token: "abc" }],
    [`${java}.AuthenticationToken`, "abc", { token: "abc" }],
    [`${java}.AuthenticationToken`, '{"token":"abc"}', { token: "abc" }],
    [`${java}.AuthenticationToken`, "file:///run/token", { tokenFile: "/run/token" }],
    [`${java}.AuthenticationToken`, "file:/run/token", { tokenFile: "/run/token" }],
    ["token", "token:abc", { token: "abc" }],
    [`${java}.AuthenticationTls`, "tlsCertFile:/c,tlsKeyFile:/k", { tls: { cert: "text of /c", key: "text of /k" } }],
    [`${java}.AuthenticationBasic`, '{"userId":"u","password":"p"}', { basic: { username: "u", password: "p" } }],
    [`${java}.AuthenticationBasic`, "userId:u,password:p:q", { basic: { username: "u", password: "p:q" } }],
    [
      `${java}.oauth2.AuthenticationOAuth2`,
      JSON.stringify(oauth2),
      { oauth2: { issuerUrl: "https://i", audience: "a", credentials: "text of /key.json" } },
    ],
    [
      `${java}.oauth2.AuthenticationOAuth2`,
      JSON.stringify({ ...oauth2, privateKey: encoded, scope: "s" }),
      { oauth2: { issuerUrl: "https://i", audience: "a", credentials: "{}", scope: "s" } },
    ],
  ];
  for (const [plugin, params, want] of rows) {
    it(`reads ${plugin} ${params}`, () => {
      assert.deepEqual(
        authOfPlugin(plugin, params, (path) => `text of ${path}`),
        want,
      );
    });
  }
  for (const [plugin, params] of [
    [`${java}.AuthenticationSasl`, '{"planted":"x"}'],
    [`${java}.AuthenticationTls`, "planted"],
    [`${java}.oauth2.AuthenticationOAuth2`, "{planted"],
  ] as const) {
    it(`says that it cannot use ${plugin} with ${params}, without showing these`, () => {
      assert.throws(
        () => authOfPlugin(plugin, params, () => ""),
        (error: Error) => error.message.includes(plugin) && !error.message.includes("planted"),
      );
    });
  }
});
