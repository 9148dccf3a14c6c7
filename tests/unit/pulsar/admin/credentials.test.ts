import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { type PulsarAuthSpec } from "../../../../provider/model/pulsar-cluster";
import { cut, html, json, reason, startScriptedBroker, type ScriptedBroker, type Step } from "./scripted-broker";

const quick = { timeoutMs: 5_000, totalBudgetMs: 5_000, delayFactor: 0.01 };
const fine = json(200, {});

describe("provider/pulsar/admin/credentials", () => {
  const directory = mkdtempSync(join(tmpdir(), "function-mesh-"));
  after(() => rmSync(directory, { recursive: true }));

  /** The credentials that a broker saw over some calls, and how the last one ended. */
  async function seen(auth: PulsarAuthSpec, steps: readonly Step[], between: () => unknown = () => undefined) {
    const broker = await startScriptedBroker(steps);
    const client = createAdminClient({ adminUrl: broker.url, auth }, quick);
    let failure = "";
    for (const call of [1, 2]) {
      if (call === 2) await between();
      await client
        .send({ method: "GET", path: "/admin/v2/tenants/t", purpose: "read tenant t" })
        .catch((error: Error) => (failure = error.message));
    }
    await client.close();
    await broker.close();
    return {
      headers: broker.received.map(({ authorization }) => authorization),
      all: broker.received.map(({ headers }) => headers),
      failure,
    };
  }

  it("sends a token", async () => {
    assert.deepEqual((await seen({ token: "abc\n" }, [fine])).headers, ["Bearer abc", "Bearer abc"]);
  });
  it("sends user name and password", async () => {
    const { headers } = await seen({ basic: { username: "u", password: "p:w" } }, [fine]);
    assert.equal(headers[0], `Basic ${Buffer.from("u:p:w").toString("base64")}`);
  });
  it("reads a file at each use", async () => {
    const tokenFile = join(directory, "token");
    writeFileSync(tokenFile, "one\n");
    const { headers } = await seen({ tokenFile }, [fine], () => writeFileSync(tokenFile, "two\n"));
    assert.deepEqual(headers, ["Bearer one", "Bearer two"]);
  });
  it("says which file cannot be read", async () => {
    const { failure } = await seen({ tokenFile: join(directory, "absent") }, [fine]);
    assert.match(
      failure,
      /Could not read tenant t: auth\.tokenFile .*absent could not be read \(ENOENT\): correct the path/,
    );
  });
  it("runs a command once, and again when the token is refused without a reason", async () => {
    const counter = join(directory, "counter");
    const tokenCommand = ["sh", "-c", `echo x >> ${counter}; wc -l < ${counter}`];
    const { headers } = await seen({ tokenCommand }, [fine, html(401, "Unauthorized"), fine]);
    assert.deepEqual(headers, ["Bearer 1", "Bearer 1", "Bearer 2"]);
  });
  it("does not renew a token of somebody whom the broker knows", async () => {
    const counter = join(directory, "other-counter");
    const tokenCommand = ["sh", "-c", `echo x >> ${counter}; wc -l < ${counter}`];
    const { headers } = await seen({ tokenCommand }, [reason(401, "Unauthorized to validateTenantOperation")]);
    assert.deepEqual(headers, ["Bearer 1", "Bearer 1"]);
  });
  it("does not show what a failing command printed", async () => {
    const { failure } = await seen({ tokenCommand: ["sh", "-c", "echo secret; echo secret >&2; exit 3"] }, [fine]);
    assert.equal(failure, "Could not read tenant t: auth.tokenCommand sh failed (3): run it by hand to see why.");
  });
  it("reads an environment variable at each use", async () => {
    process.env["CREDENTIALS_TEST_TOKEN"] = "one";
    const { headers } = await seen({ tokenVariable: "CREDENTIALS_TEST_TOKEN" }, [fine], () => {
      process.env["CREDENTIALS_TEST_TOKEN"] = " two\n";
    });
    delete process.env["CREDENTIALS_TEST_TOKEN"];
    assert.deepEqual(headers, ["Bearer one", "Bearer two"]);
  });
  it("says which environment variable there is not", async () => {
    const { failure } = await seen({ tokenVariable: "CREDENTIALS_TEST_NONE" }, [fine]);
    assert.match(
      failure,
      /there is no environment variable CREDENTIALS_TEST_NONE, or it is empty: set it where Pulumi runs\.$/,
    );
  });
  it("adds headers of one's own, also beside a token and in its place", async () => {
    const rows: readonly (readonly [PulsarAuthSpec, string | undefined])[] = [
      [{ headers: { "X-Acme-Key": "k" } }, undefined],
      [{ plugin: "org.x.Y", params: "p", headers: { "X-Acme-Key": "k" } }, undefined],
      [{ token: "t", headers: { "X-Acme-Key": "k" } }, "Bearer t"],
      [{ token: "t", headers: { "X-Acme-Key": "k", Authorization: "Acme t" } }, "Acme t"],
    ];
    for (const [auth, authorization] of rows) {
      const { headers, all } = await seen(auth, [fine]);
      assert.deepEqual([headers[0], all[0]?.["x-acme-key"]], [authorization, "k"]);
    }
  });
  it("refuses a plugin alone, which is for pods", () => {
    assert.throws(
      () => createAdminClient({ adminUrl: "http://x", auth: { plugin: "org.x.Y" } }),
      /serves clients in pods only/,
    );
  });
  it("renews a token once for all calls that came back with it", async () => {
    const counter = join(directory, "together");
    const tokenCommand = ["sh", "-c", `echo x >> ${counter}; wc -l < ${counter}`];
    const broker = await startScriptedBroker([
      (response, request) =>
        (request.headers.authorization === "Bearer 1" ? html(401, "Unauthorized") : fine)(response, request),
    ]);
    const client = createAdminClient({ adminUrl: broker.url, auth: { tokenCommand } }, quick);
    const get = { method: "GET", path: "/admin/v2/tenants/t", purpose: "read tenant t" } as const;
    await Promise.all(Array.from({ length: 12 }, () => client.send(get)));
    await client.close();
    await broker.close();
    assert.equal(readFileSync(counter, "utf8"), "x\nx\n");
  });

  describe("OAuth2", () => {
    let issuer: ScriptedBroker;
    let count = 0;
    const lifetime = { seconds: 3600 };
    const more = { methods: undefined as readonly string[] | undefined };
    beforeEach(async () => {
      count = 0;
      lifetime.seconds = 3600;
      more.methods = undefined;
      issuer = await startScriptedBroker([
        (response, request) =>
          request.method === "GET"
            ? json(200, {
                issuer: "https://behind.a.gateway",
                token_endpoint: `${issuer.url}/token`,
                token_endpoint_auth_methods_supported: more.methods,
              })(response, request)
            : json(200, { access_token: `t${++count}`, token_type: "Bearer", expires_in: lifetime.seconds })(
                response,
                request,
              ),
      ]);
    });
    afterEach(() => issuer.close());
    const credentials = JSON.stringify({ client_id: "me", client_secret: "s3cret" });

    it("asks the issuer once while the token is good", async () => {
      const { headers } = await seen(
        { oauth2: { issuerUrl: `${issuer.url}/`, audience: "urn:p", scope: "a b", credentials } },
        [fine],
      );
      assert.deepEqual(headers, ["Bearer t1", "Bearer t1"]);
      assert.deepEqual(
        issuer.received.map(({ url, body }) => [url, Object.fromEntries(new URLSearchParams(body))]),
        [
          ["/.well-known/openid-configuration", {}],
          [
            "/token",
            {
              grant_type: "client_credentials",
              client_id: "me",
              client_secret: "s3cret",
              audience: "urn:p",
              scope: "a b",
            },
          ],
        ],
      );
    });
    it("shows the client's secret in a header to issuers that want it there", async () => {
      more.methods = ["client_secret_basic"];
      await seen({ oauth2: { issuerUrl: issuer.url, credentials } }, [fine]);
      const { authorization, body } = issuer.received[1] ?? assert.fail();
      assert.equal(authorization, `Basic ${Buffer.from("me:s3cret").toString("base64")}`);
      assert.doesNotMatch(body, /s3cret/);
    });
    it("asks again when the token is about to expire, and for the metadata only once", async () => {
      lifetime.seconds = 1;
      const { headers } = await seen({ oauth2: { issuerUrl: issuer.url, credentials } }, [fine], () => sleep(600));
      assert.deepEqual(headers, ["Bearer t1", "Bearer t2"]);
      assert.deepEqual(
        issuer.received.map(({ method }) => method),
        ["GET", "POST", "POST"],
      );
    });
    it("uses a token that does not live long for half its life", async () => {
      lifetime.seconds = 60;
      const { headers } = await seen({ oauth2: { issuerUrl: issuer.url, credentials } }, [fine]);
      assert.deepEqual(headers, ["Bearer t1", "Bearer t1"]);
    });
    it("renews a token that nobody recognised, once", async () => {
      const { headers, failure } = await seen({ oauth2: { issuerUrl: issuer.url, credentials } }, [
        html(401, "Unauthorized"),
        fine,
        reason(401, "no"),
      ]);
      assert.deepEqual(headers, ["Bearer t1", "Bearer t2", "Bearer t2"]);
      assert.match(failure, /401 "no"/);
    });
    it("does not show credentials that are malformed", async () => {
      const { failure } = await seen({ oauth2: { issuerUrl: issuer.url, credentials: "s3cret" } }, [fine]);
      assert.match(failure, /credentials is not JSON with client_id and client_secret/);
      assert.doesNotMatch(failure, /s3cret/);
    });
    const refusals: readonly (readonly [string, readonly Step[], RegExp])[] = [
      ["the metadata", [json(400, { error: "invalid_client" })], /openid-configuration answered 400\./],
      [
        "a page",
        [html(200, "s3cret")],
        /no token from .*openid-configuration: unexpected response content-type\. Is issuerUrl right/,
      ],
      ["nothing", [cut], /no token from .*openid-configuration: (UND_ERR_SOCKET|ECONNRESET)\. Is issuerUrl right/],
    ];
    for (const [name, steps, want] of refusals) {
      it(`names the issuer that answers with ${name}`, async () => {
        const refusing = await startScriptedBroker(steps);
        const { failure } = await seen({ oauth2: { issuerUrl: refusing.url, credentials } }, [fine]);
        assert.match(failure, want);
        assert.doesNotMatch(failure, /s3cret/);
        await refusing.close();
      });
    }
    it("names the endpoint that refuses, with its error code only", async () => {
      const refusing: ScriptedBroker = await startScriptedBroker([
        (response, request) =>
          request.method === "GET"
            ? json(200, { issuer: refusing.url, token_endpoint: `${refusing.url}/token` })(response, request)
            : json(401, { error: "invalid_client", error_description: "s3cret" })(response, request),
      ]);
      const { failure } = await seen({ oauth2: { issuerUrl: refusing.url, credentials } }, [fine]);
      assert.match(
        failure,
        /\/token answered 401 "invalid_client"\. Do issuerUrl, audience, scope and credentials belong together\?$/,
      );
      await refusing.close();
    });
  });
});
