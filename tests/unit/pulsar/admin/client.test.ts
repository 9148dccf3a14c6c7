import assert from "node:assert/strict";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { AdminError } from "../../../../provider/pulsar/admin/error";
import { brokerCases, fine, found, get, put, trace, typed } from "./broker-cases";
import {
  cut,
  hang,
  html,
  reason,
  redirect,
  startScriptedBroker,
  type ScriptedBroker,
  type Step,
} from "./scripted-broker";

const quick = { timeoutMs: 1_000, totalBudgetMs: 2_500, delayFactor: 0.01 };
const secret = "very-secret-token";

describe("provider/pulsar/admin/client", () => {
  let broker: ScriptedBroker | undefined;
  const script = async (...steps: readonly Step[]): Promise<ScriptedBroker> =>
    (broker = await startScriptedBroker(steps));
  afterEach(async () => {
    await broker?.close();
    broker = undefined;
  });

  const failure = async (call: Promise<unknown>): Promise<AdminError> => {
    const error: unknown = await call.then(
      () => undefined,
      (caught: unknown) => caught,
    );
    return error instanceof AdminError ? error : assert.fail(`not an AdminError: ${String(error)}`);
  };

  for (const { name, steps, request = get, auth = { token: secret }, fails, tries } of brokerCases) {
    it(`${fails === undefined ? "gets over" : "fails on"} ${name}`, async () => {
      const { url, received } = await script(...steps);
      const client = createAdminClient({ adminUrl: url, auth }, quick);
      if (fails === undefined) await client.send(request);
      else {
        const { kind, status } = await failure(client.send(request));
        assert.deepEqual([kind, status], [fails[0], fails[1]]);
      }
      assert.equal(received.length, tries);
      await client.close();
    });
  }

  for (const status of [401, 403]) {
    it(`says of ${status} that no credential is configured, and where to give one, only where that is so`, async () => {
      const { url } = await script(reason(status, "Unauthorized"));
      for (const [auth, isTold] of [
        [undefined, true],
        [{ token: secret }, false],
        [{ headers: { "x-key": secret } }, false],
      ] as const) {
        const client = createAdminClient({ adminUrl: url, ...(auth === undefined ? {} : { auth }) }, quick);
        const { message } = await failure(client.send(get));
        const advice =
          /No credential is configured: state `auth` in the provider's arguments .* function-mesh:auth\.token.* PULSAR_TOKEN\.$/;
        assert.equal(advice.test(message), isTold, message);
        await client.close();
      }
    });
  }
  it("gives up on a broker that does not answer, and says so", async () => {
    const { url } = await script(hang);
    const client = createAdminClient({ adminUrl: url }, { ...quick, timeoutMs: 200, totalBudgetMs: 100 });
    const error = await failure(client.send(put));
    const help = "Run again when it does, or let the provider's limits allow more time.";
    assert.equal(error.message, `Could not create tenant t: ${url} did not answer in 0.1 s. ${help}`);
    await client.close();
  });
  it("spends no more on all tries together than it may", async () => {
    const { url, received } = await script(hang);
    const limits = { callTimeoutSeconds: 0.2, totalTimeoutSeconds: 0.5 };
    const client = createAdminClient({ adminUrl: url, limits }, { delayFactor: 0.01 });
    const start = Date.now();
    assert.equal((await failure(client.send(put))).kind, "timeout");
    assert.ok(Date.now() - start < 2_500);
    assert.ok(received.length > 1 && received.length < 5, String(received.length));
    await client.close();
  });
  it("makes no more calls at the same time than it may", async () => {
    let running = 0;
    let most = 0;
    const { url } = await script((response, request) => {
      most = Math.max(most, ++running);
      setTimeout(() => {
        running--;
        fine(response, request);
      }, 5);
    });
    const client = createAdminClient({ adminUrl: url, limits: { parallelCalls: 3 } }, quick);
    await Promise.all(Array.from({ length: 24 }, () => client.send(get)));
    assert.equal(most, 3);
    await client.close();
  });
  it("says what came that is not JSON, without showing it", async () => {
    const { url } = await script(typed("application/json", "s3cret"));
    const client = createAdminClient({ adminUrl: url }, quick);
    const response = await client.send(get);
    assert.throws(() => response.json(), {
      message: `Could not read tenant t: Pulsar answered 200 with what is not JSON. Is ${url} the admin URL of a Pulsar cluster?`,
    });
    await client.close();
  });
  it("says what to look at when a page comes, without the query of a login", async () => {
    const steps: readonly Step[] = [html(200, "Log in"), found, redirect("http://10.0.0.1/login?state=s3cret")];
    for (const step of steps) {
      const { url, close } = await startScriptedBroker([step]);
      const client = createAdminClient({ adminUrl: url }, quick);
      const { message } = await failure(client.send(get));
      assert.match(message, /Is http:.* the admin URL of a Pulsar cluster\?$|not a host of this cluster's adminUrl/);
      assert.doesNotMatch(message, /s3cret/);
      await client.close();
      await close();
    }
  });
  const doubts: readonly (readonly [string, Step, boolean])[] = [
    ["its first answer was lost", cut, true],
    ["its first try hung", hang, true],
    ["another write came between", reason(500, trace), true],
    ["a gateway gave up", html(504, "Gateway Timeout"), true],
    ["it was sent away at first", html(429, "Too Many Requests"), false],
  ];
  for (const [name, first, want] of doubts) {
    it(`tells whether a create may have taken effect when ${name}`, async () => {
      const { url } = await script(first, reason(409, "Tenant already exists"));
      const client = createAdminClient({ adminUrl: url }, quick);
      assert.equal((await failure(client.send(put))).mayHaveTakenEffect, want);
      await client.close();
    });
  }
  it("says which URL refused the connection", async () => {
    const { url, close } = await startScriptedBroker([fine]);
    await close();
    const error = await failure(createAdminClient({ adminUrl: url, auth: { token: secret } }, quick).send(get));
    assert.equal(
      error.message,
      `Could not read tenant t: no answer from ${url}: the connection was refused. Is the broker reachable from here?`,
    );
  });
  it("says which cluster does not answer, where it knows its name", async () => {
    const { url, close } = await startScriptedBroker([fine]);
    await close();
    const error = await failure(createAdminClient({ adminUrl: url, clusterName: "west" }, quick).send(get));
    assert.match(error.message, /^Could not read tenant t: Pulsar cluster "west": no answer from http/);
  });
  it("says which cluster refused the credential", async () => {
    const { url } = await script(reason(401, "Failed to authenticate"));
    const client = createAdminClient({ adminUrl: url, clusterName: "west" }, quick);
    assert.match((await failure(client.send(get))).message, /Pulsar cluster "west": Pulsar answered 401/);
    await client.close();
  });
  it("goes to the next host of the admin URL when one refuses the connection", async () => {
    const dead = await startScriptedBroker([fine]);
    await dead.close();
    const { url, received } = await script(fine);
    const client = createAdminClient({ adminUrl: `${dead.url},${url.replace("http://", "")}` }, quick);
    await client.send(get);
    await client.send(get);
    assert.equal(received.length, 2);
    await client.close();
  });
  it("stops at once when the operation is cancelled", async () => {
    const { url } = await script(hang);
    const client = createAdminClient({ adminUrl: url }, { timeoutMs: 60_000 });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 20);
    assert.equal((await failure(client.send({ ...get, signal: controller.signal }))).kind, "cancelled");
    await client.close();
  });
  it("says what to do about a namespace that does not exist", async () => {
    const { url } = await script(reason(404, "Namespace not found"));
    const client = createAdminClient({ adminUrl: url }, quick);
    const error = await failure(client.send(get));
    assert.match(error.message, /"Namespace not found"\. Create the tenant and the namespace first/);
    await client.close();
  });

  it("takes an HTML 404 for a wrong URL, not for an object that is gone", async () => {
    const { url } = await script(html(404, "Not Found"));
    const client = createAdminClient({ adminUrl: url }, quick);
    const error = await failure(client.send(get));
    assert.equal(error.fromPulsar, false);
    assert.match(error.message, new RegExp(`Is ${url} the admin URL of a Pulsar cluster\\?`));
    await client.close();
  });

  describe("redirects", () => {
    it("follows to a host of the admin URL with method, body and credential", async () => {
      const second = await startScriptedBroker([fine]);
      const { url } = await script(redirect(`${second.url}/admin/v2/tenants/t?authoritative=true`));
      const client = createAdminClient(
        { adminUrl: `${url},${second.url.replace("http://", "")}`, auth: { token: secret } },
        quick,
      );
      await client.send(put);
      assert.deepEqual(
        second.received.map(({ method, url: to, authorization, contentType, body }) => ({
          method,
          url: to,
          authorization,
          contentType,
          body,
        })),
        [
          {
            method: "PUT",
            url: "/admin/v2/tenants/t?authoritative=true",
            authorization: `Bearer ${secret}`,
            contentType: "application/json",
            body: '{"a":1}',
          },
        ],
      );
      await client.close();
      await second.close();
    });
    it("knows a host in another spelling", async () => {
      const { url, received } = await script((response, request) =>
        received.length === 1
          ? redirect(`${url.replace("http", "HTTP")}/admin/v2/other`)(response, request)
          : fine(response, request),
      );
      const client = createAdminClient({ adminUrl: url }, quick);
      await client.send(get);
      assert.equal(received[1]?.url, "/admin/v2/other");
      await client.close();
    });
    it("never follows to another cluster", async () => {
      const foreign = await startScriptedBroker([fine]);
      const { url } = await script(redirect(`${foreign.url}/admin/v2/tenants/t`));
      const client = createAdminClient({ adminUrl: url, auth: { token: secret } }, quick);
      const error = await failure(client.send({ ...get, method: "DELETE" }));
      assert.deepEqual([error.kind, foreign.received], ["redirect", []]);
      await client.close();
      await foreign.close();
    });
    it("does not take a host for one whose name it begins with", async () => {
      const { url } = await script(redirect("http://127.0.0.1:1.evil.example/x"));
      const client = createAdminClient({ adminUrl: `${url},127.0.0.1:1` }, quick);
      assert.equal((await failure(client.send(get))).kind, "redirect");
      await client.close();
    });
    it("ends a circle", async () => {
      const { url, received } = await script((response, request) =>
        redirect(`${url}${request.url ?? ""}`)(response, request),
      );
      const client = createAdminClient({ adminUrl: url }, quick);
      assert.match((await failure(client.send(get))).message, /redirected 5 times/);
      assert.equal(received.length, 6);
      await client.close();
    });
  });

  it("shows a credential in no error", async () => {
    for (const step of [cut, html(401, "Unauthorized"), reason(401, "no"), redirect("http://elsewhere/")]) {
      const { url, close } = await startScriptedBroker([step]);
      const client = createAdminClient({ adminUrl: url, auth: { token: secret } }, quick);
      const error = await failure(client.send(get));
      assert.ok(!`${error.stack}${JSON.stringify(error)}`.includes(secret));
      await client.close();
      await close();
    }
  });
});
