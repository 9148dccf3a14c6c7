import assert from "node:assert/strict";
import { oauth2Auth, readOAuth2 } from "../../../provider/model/oauth2-parameters";

describe("oauth2-parameters", () => {
  it("spells them for the clients of all languages", () => {
    const { params } = oauth2Auth({ issuerUrl: "https://id", audience: "urn:$a", keyFile: "/etc/oauth2/key.json" });
    assert.deepEqual(params.kind === "argument" && JSON.parse(params.text), {
      issuerUrl: "https://id",
      issuer_url: "https://id",
      privateKey: "file:///etc/oauth2/key.json",
      private_key: "/etc/oauth2/key.json",
      credentials_url: "file:///etc/oauth2/key.json",
      // As Kubernetes reads an argument.
      audience: "urn:$$a",
    });
  });

  for (const { name, params, want } of [
    {
      name: "the Java client's",
      params: '{"issuerUrl":"https://id","privateKey":"file:///k.json","audience":"a","scope":"s"}',
      want: { issuerUrl: "https://id", keyFile: "/k.json", audience: "a", scope: "s" },
    },
    {
      name: "the C++ client's",
      params: '{"issuer_url":"https://id","private_key":"/k.json"}',
      want: { issuerUrl: "https://id", keyFile: "/k.json" },
    },
    { name: "parameters without a key", params: '{"issuerUrl":"https://id"}', want: undefined },
    { name: "a token", params: "token:abc", want: undefined },
    { name: "a list", params: "[1]", want: undefined },
  ]) {
    it(`reads ${name}`, () => assert.deepEqual(readOAuth2(params), want));
  }
});
