import assert from "node:assert/strict";
import { type PulsarAuthSpec } from "../../../../provider/model/pulsar-cluster";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { type AdminRequest } from "../../../../provider/pulsar/admin/request";
import { cut, hang, html, json, reason, redirect, startScriptedBroker, type Step } from "./scripted-broker";

const request: AdminRequest = {
  method: "PUT",
  path: "/admin/v2/tenants/t",
  query: { key: "planted" },
  body: { password: "planted" },
  purpose: "create tenant t",
};

describe("provider/pulsar/admin/call-log", () => {
  const limits = { timeoutMs: 5_000, totalBudgetMs: 9_000, delayFactor: 0.01 };

  async function logged(
    steps: readonly Step[],
    auth: PulsarAuthSpec = { token: "planted" },
    settings = limits,
  ): Promise<string> {
    const broker = await startScriptedBroker(steps);
    const lines: string[] = [];
    const client = createAdminClient({ adminUrl: broker.url, auth }, { ...settings, log: (line) => lines.push(line) });
    await client.send(request).catch(() => undefined);
    await client.close();
    await broker.close();
    assert.equal(lines.length, 1);
    return lines[0]?.replace(/ \d+ ms/, " N ms") ?? "";
  }

  const rows: readonly (readonly [string, readonly Step[], string])[] = [
    ["a success", [json(200, { secret: "planted" })], "200 in N ms"],
    ["a failure", [reason(409, "planted already exists")], "409 in N ms"],
    ["a call that was repeated", [html(503, "planted"), cut, json(204, {})], "204 in N ms, 3 tries"],
    ["a refusal", [html(401, "planted")], "401 in N ms"],
    ["a redirect to elsewhere", [redirect("http://10.0.0.1/?planted")], "redirect in N ms"],
  ];
  for (const [name, steps, want] of rows) {
    it(`tells of ${name}`, async () => assert.equal(await logged(steps), `PUT /admin/v2/tenants/t: ${want}`));
  }
  it("leaves whoever counts the tries of a call to do so", async () => {
    let tries = 0;
    const broker = await startScriptedBroker([cut, json(204, {})]);
    const client = createAdminClient({ adminUrl: broker.url }, { ...limits, log: () => undefined });
    await client.send({ ...request, onTry: () => void tries++ });
    await client.close();
    await broker.close();
    assert.equal(tries, 2);
  });
  it("tells of a call that has no answer", async () => {
    const short = { timeoutMs: 50, totalBudgetMs: 500, delayFactor: 0.01 };
    assert.match(await logged([hang], undefined, short), /^PUT \/admin\/v2\/tenants\/t: timeout in N ms/);
  });
  it("tells of a credential that cannot be had", async () => {
    const auth = { tokenCommand: ["sh", "-c", "echo planted; exit 3"] };
    assert.equal(await logged([hang], auth), "PUT /admin/v2/tenants/t: credentials in N ms");
  });
  it("tells of a connection that cannot be made why", async () => {
    const { url, close } = await startScriptedBroker([hang]);
    await close();
    const lines: string[] = [];
    const settings = { ...limits, totalBudgetMs: 2_000, log: (line: string) => lines.push(line) };
    await createAdminClient({ adminUrl: url }, settings)
      .send(request)
      .catch(() => undefined);
    assert.match(lines.join(), /^PUT \/admin\/v2\/tenants\/t: connection ECONNREFUSED in \d+ ms/);
  });
  it("shows no credential, query or body", async () => {
    const credentials = JSON.stringify({ client_id: "planted", client_secret: "planted" });
    const auths: readonly PulsarAuthSpec[] = [
      { token: "planted" },
      { basic: { username: "u", password: "planted" } },
      { headers: { "X-Key": "planted" } },
      { oauth2: { issuerUrl: "http://127.0.0.1:9", credentials } },
    ];
    for (const auth of auths) {
      for (const step of [json(200, "planted"), reason(500, "planted"), cut, html(401, "planted")]) {
        assert.doesNotMatch(await logged([step, json(200, "planted")], auth), /planted/);
      }
    }
  });
});
