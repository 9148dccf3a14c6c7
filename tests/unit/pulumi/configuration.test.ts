import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { placeholder } from "../../../provider/model/unknown";
import { checkConfiguration, parseConfiguration } from "../../../provider/pulumi/configuration";

const schema = JSON.parse(readFileSync(join(__dirname, "..", "..", "..", "schema.json"), "utf8"));
const url = "http://a:8080";

describe("provider/pulumi/configuration", () => {
  const failures = (values: Readonly<Record<string, unknown>>, secrets: readonly string[] = []): readonly string[] =>
    checkConfiguration({ values: parseConfiguration(values, schema), secrets: new Set(secrets) }, schema).map(
      ({ property, reason }) => `${property}: ${reason}`,
    );

  const fine: readonly Readonly<Record<string, unknown>>[] = [
    {},
    { adminUrl: url },
    { adminUrl: placeholder("unknown", 0), auth: placeholder("unknown", 1) },
    { adminUrl: url, auth: JSON.stringify({ tokenVariable: "T" }), limits: JSON.stringify({ parallelCalls: 4 }) },
    { adminUrl: url, auth: JSON.stringify({ headers: { "X-Key": "k" } }) },
    { adminUrl: url, tls: JSON.stringify({ trustCerts: "x" }) },
  ];
  for (const values of fine) it(`takes ${JSON.stringify(values)}`, () => assert.deepEqual(failures(values), []));

  const wrong: readonly (readonly [Readonly<Record<string, unknown>>, RegExp])[] = [
    [{ adminUlr: url }, /^adminUlr: .* did you mean adminUrl\?$/],
    [
      { limits: JSON.stringify({ callTimeoutSecond: 3 }) },
      /^limits\.callTimeoutSecond: .* did you mean callTimeoutSeconds\?$/,
    ],
    [{ limits: JSON.stringify({ parallelCalls: "many" }) }, /^limits\.parallelCalls: must be a whole number/],
    [
      { limits: JSON.stringify({ parallelCalls: 0 }) },
      /^limits\.parallelCalls: is 0; write a whole number, 1 or more$/,
    ],
    [{ adminUrl: "a:8080" }, /^adminUrl: "a:8080" is not a URL like/],
    [{ adminUrl: "http://me:planted@a:8080" }, /^adminUrl: .* is not a URL like/],
    [{ adminUrl: url, auth: JSON.stringify({ tls: { cert: "c", key: "k" } }) }, /^adminUrl: .*; use https:\/\//],
    [{ adminUrl: url, auth: "{}" }, /^auth: states no credential; state exactly one of token, .*, or alone$/],
    [
      { auth: JSON.stringify({ token: "planted", tokenFile: "/x" }) },
      /^auth: states 2 kinds .*: token, tokenFile; .*basic, tls, and plugin with .*headers; headers may stand beside each/,
    ],
    [{ auth: JSON.stringify({ plugin: "x" }) }, /^auth\.plugin: is for pods only; .*`headers`/],
    [{ auth: JSON.stringify({ headers: { Host: "planted" } }) }, /^auth\.headers\.Host: is made by the client/],
  ];
  for (const [values, want] of wrong) {
    it(`refuses ${JSON.stringify(values)}`, () => {
      const found = failures(values);
      assert.equal(found.length, 1, found.join("\n"));
      assert.match(found[0] ?? "", want);
      assert.doesNotMatch(found[0] ?? "", /planted/);
    });
  }
  it("does not show a URL that is secret", () => {
    assert.deepEqual(failures({ adminUrl: "planted" }, ["adminUrl"]), [
      'adminUrl: is not a URL like "https://broker.example.org:8443"',
    ]);
  });
});
