import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { type PulsarAuthSpec } from "../../../../provider/model/pulsar-cluster";
import { html, json, reason, startScriptedBroker, type ScriptedBroker, type Step } from "./scripted-broker";

const quick = { timeoutMs: 1_000, totalBudgetMs: 1_000, delayFactor: 0.01 };
const fine = json(200, {});

describe("provider/pulsar/admin/credentials", () => {
  const directory = mkdtempSync(join(tmpdir(), "function-mesh-"));
  after(() => rmSync(directory, { recursive: true }));

  /** The credentials that a broker saw over some calls, and how the last one ended. */
  async function seen(auth: PulsarAuthSpec, steps: readonly Step[], between: () => void = () => undefined) {
    const broker = await startScriptedBroker(steps);
    const client = createAdminClient({ adminUrl: broker.url, auth }, quick);
    let failure = "";
    for (const call of [1, 2]) {
      if (call === 2) between();
      await client
        .send({ method: "GET", path: "/admin/v2/tenants/t", purpose: "read tenant t" })
        .catch((error: Error) => (failure = error.message));
    }
    await client.close();
    await broker.close();
    return { headers: broker.received.map(({ authorization }) => authorization), failure };
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
    assert.match(failure, /Could not read tenant t: auth\.tokenFile .*absent could not be read \(ENOENT\)\./);
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
    assert.equal(failure, "Could not read tenant t: auth.tokenCommand sh failed (3).");
  });
  it("refuses a plugin, which is for pods", () => {
    assert.throws(
      () => createAdminClient({ adminUrl: "http://x", auth: { plugin: "org.x.Y" } }),
      /serves clients in pods only/,
    );
  });

  describe("OAuth2", () => {
    let issuer: ScriptedBroker;
    let count = 0;
    const lifetime = { seconds: 3600 };
    beforeEach(async () => {
      count = 0;
      issuer = await startScriptedBroker([
        (response, request) =>
          request.method === "GET"
            ? json(200, { token_endpoint: `${issuer.url}/token` })(response, request)
            : json(200, { access_token: `t${++count}`, expires_in: lifetime.seconds })(response, request),
      ]);
    });
    afterEach(() => issuer.close());
    const credentials = JSON.stringify({ client_id: "me", client_secret: "s3cret" });

    it("asks the issuer once while the token is good", async () => {
      lifetime.seconds = 3600;
      const { headers } = await seen(
        { oauth2: { issuerUrl: `${issuer.url}/`, audience: "urn:p", scope: "a b", credentials } },
        [fine],
      );
      assert.deepEqual(headers, ["Bearer t1", "Bearer t1"]);
      assert.deepEqual(
        issuer.received.map(({ url, body }) => [url, body]),
        [
          ["/.well-known/openid-configuration", ""],
          ["/token", "grant_type=client_credentials&client_id=me&client_secret=s3cret&audience=urn%3Ap&scope=a+b"],
        ],
      );
    });
    it("asks again when the token is about to expire", async () => {
      lifetime.seconds = 30;
      assert.deepEqual((await seen({ oauth2: { issuerUrl: issuer.url, credentials } }, [fine])).headers, [
        "Bearer t1",
        "Bearer t2",
      ]);
    });
    it("does not show credentials that are malformed", async () => {
      const { failure } = await seen({ oauth2: { issuerUrl: issuer.url, credentials: "s3cret" } }, [fine]);
      assert.match(failure, /credentials is not JSON with client_id and client_secret/);
      assert.doesNotMatch(failure, /s3cret/);
    });
    it("names the issuer that refuses, with its error code only", async () => {
      const refusing = await startScriptedBroker([json(400, { error: "invalid_client", error_description: "s3cret" })]);
      const { failure } = await seen({ oauth2: { issuerUrl: refusing.url, credentials } }, [fine]);
      assert.match(failure, /openid-configuration answered 400 "invalid_client"\./);
      await refusing.close();
    });
  });
});
