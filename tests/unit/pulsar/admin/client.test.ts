import assert from "node:assert/strict";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { AdminError, type AdminErrorKind } from "../../../../provider/pulsar/admin/error";
import { type AdminRequest } from "../../../../provider/pulsar/admin/request";
import {
  cut,
  halfAnswer,
  hang,
  html,
  json,
  reason,
  redirect,
  startScriptedBroker,
  type ScriptedBroker,
  type Step,
} from "./scripted-broker";

const get: AdminRequest = { method: "GET", path: "/admin/v2/tenants/t", purpose: "read tenant t" };
const put: AdminRequest = { ...get, method: "PUT", body: { a: 1 }, purpose: "create tenant t" };
const quick = { timeoutMs: 200, totalBudgetMs: 1_500, delayFactor: 0.01 };
const secret = "very-secret-token";

interface Row {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly request?: AdminRequest;
  /** Kind and status of the failure; absent: it succeeds. */
  readonly fails?: readonly [AdminErrorKind, number?];
  readonly tries: number;
}

const fine = json(200, { ok: true });
const rows: readonly Row[] = [
  { name: "a cut connection", steps: [cut, fine], tries: 2 },
  { name: "a cut connection while it creates", steps: [cut, fine], request: put, tries: 2 },
  { name: "an answer that ends in the middle", steps: [halfAnswer, fine], tries: 2 },
  { name: "429", steps: [html(429, "Too Many Requests"), fine], request: put, tries: 2 },
  { name: "503 of a proxy", steps: [html(503, "no broker"), fine], request: put, tries: 2 },
  {
    name: "503 of a service that is off",
    steps: [reason(503, "Package Management Service is not enabled in the broker.")],
    fails: ["status", 503],
    tries: 1,
  },
  {
    name: "409 concurrent modification",
    steps: [reason(409, "Concurrent modification"), fine],
    request: put,
    tries: 2,
  },
  { name: "409 exists", steps: [reason(409, "Tenant already exists")], request: put, fails: ["status", 409], tries: 1 },
  {
    name: "412 fencing",
    steps: [reason(412, "Subscription Busy: Failed to fence subscription"), fine],
    request: put,
    tries: 2,
  },
  { name: "412 else", steps: [reason(412, "Clusters do not exist")], request: put, fails: ["status", 412], tries: 1 },
  {
    name: "500 BadVersion",
    steps: [
      reason(500, "\n --- An unexpected error occurred in the server ---\n\nMessage: BadVersionException\n"),
      fine,
    ],
    request: put,
    tries: 2,
  },
  { name: "500 while it reads", steps: [reason(500, "odd"), fine], tries: 2 },
  { name: "500 while it writes", steps: [reason(500, "odd")], request: put, fails: ["status", 500], tries: 1 },
  { name: "401 without a reason", steps: [html(401, "Unauthorized")], fails: ["status", 401], tries: 1 },
  { name: "403", steps: [reason(403, "no")], fails: ["status", 403], tries: 1 },
  { name: "404", steps: [reason(404, "Tenant does not exist")], fails: ["status", 404], tries: 1 },
];

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

  for (const { name, steps, request = get, fails, tries } of rows) {
    it(`${fails === undefined ? "gets over" : "fails at once on"} ${name}`, async () => {
      const { url, received } = await script(...steps);
      const client = createAdminClient({ adminUrl: url, auth: { token: secret } }, quick);
      if (fails === undefined) await client.send(request);
      else {
        const { kind, status } = await failure(client.send(request));
        assert.deepEqual([kind, status], [fails[0], fails[1]]);
      }
      assert.equal(received.length, tries);
      await client.close();
    });
  }

  it("gives up on a broker that does not answer, and says so", async () => {
    const { url } = await script(hang);
    const client = createAdminClient({ adminUrl: url }, { ...quick, totalBudgetMs: 100 });
    const error = await failure(client.send(put));
    assert.equal(error.message, `Could not create tenant t: ${url} did not answer in 0.2 s.`);
    await client.close();
  });
  it("tells that a create may have taken effect when its first answer was lost", async () => {
    const { url } = await script(cut, reason(409, "Tenant already exists"));
    const client = createAdminClient({ adminUrl: url }, quick);
    assert.equal((await failure(client.send(put))).mayHaveTakenEffect, true);
    await client.close();
  });
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
      assert.deepEqual(second.received, [
        {
          method: "PUT",
          url: "/admin/v2/tenants/t?authoritative=true",
          authorization: `Bearer ${secret}`,
          contentType: "application/json",
          body: '{"a":1}',
        },
      ]);
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
