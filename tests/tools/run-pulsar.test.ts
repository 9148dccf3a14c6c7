import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { request } from "undici";
import { type PulsarServer, startPulsar } from "../../tools/run/pulsar";
import { tracesOf } from "./run-traces";

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function send(
  server: PulsarServer,
  path: string,
  options: {
    readonly method?: "GET" | "PUT" | "POST";
    readonly body?: unknown;
    readonly token?: string | undefined;
  } = {},
): Promise<Answer> {
  const { method = "GET", body, token = server.adminToken } = options;
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  if (body !== undefined) headers["content-type"] = "application/json";
  const text = body === undefined ? null : JSON.stringify(body);
  const answer = await request(`${server.adminUrl}${path}`, { method, headers, body: text });
  return { status: answer.statusCode, text: await answer.body.text() };
}

describe("tools/run Pulsar standalones", function () {
  this.timeout(240_000); // the first start of all writes the class archive
  const topic = "/admin/v2/persistent/public/default/kept";
  const directories = [1, 2].map(() => mkdtempSync(join(tmpdir(), "fm-test-")));
  let open: PulsarServer;
  let secured: PulsarServer;

  const message = (): Promise<Answer> => send(open, `${topic}/subscription/reader/position/1`);

  before(async () => {
    const [first = "", second = ""] = directories;
    [open, secured] = await Promise.all([
      startPulsar({ clusterName: "open", directory: first, configuration: { maxTenants: "3" } }),
      startPulsar({ clusterName: "secured", directory: second, auth: "token", stateStorage: true }),
    ]);
  });

  after(async () => {
    await Promise.all([open.stop(), secured.stop()]);
  });

  it("are clusters of their own, with what they are configured to", async () => {
    assert.equal((await send(open, "/admin/v2/clusters")).text, '["open"]');
    assert.equal((await send(secured, "/admin/v2/clusters")).text, '["secured"]');
    const tenant = { allowedClusters: ["open"] };
    assert.equal((await send(open, "/admin/v2/tenants/third", { method: "PUT", body: tenant })).status, 204);
    assert.equal((await send(open, "/admin/v2/tenants/fourth", { method: "PUT", body: tenant })).status, 412);
  });

  it("know the bearer of a token, where tokens are wanted", async () => {
    const tenants = "/admin/v2/tenants";
    assert.equal((await send(secured, tenants)).status, 200);
    assert.equal((await send(secured, tenants, { token: secured.token("alice") })).status, 401);
    assert.equal((await send(secured, tenants, { token: open.adminToken })).status, 200);
    assert.equal((await request(`${secured.adminUrl}${tenants}`)).statusCode, 401);
    assert.throws(() => open.token("alice"), /auth: "token"/);
  });

  it("have BookKeeper's table service where state storage is wanted", async () => {
    const { protocol, hostname, port } = new URL(secured.stateStorageUrl ?? "");
    assert.equal(protocol, "bk:");
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    socket.destroy();
    assert.equal(open.stateStorageUrl, undefined);
  });

  it("keep data and ports over a crash and over an orderly restart", async () => {
    const { adminUrl, pid } = open;
    await send(open, topic, { method: "PUT" });
    await send(open, `${topic}/subscription/reader`, { method: "PUT", body: "earliest" });
    const messages = { producerName: "test", messages: [{ payload: "hello" }] };
    const sent = await send(open, "/topics/persistent/public/default/kept", { method: "POST", body: messages });
    assert.equal(sent.status, 200, sent.text);
    await open.kill();
    await assert.rejects(send(open, topic), /ECONNREFUSED/);
    await open.restart();
    assert.equal((await message()).text, "hello");
    await open.restart();
    assert.equal((await message()).text, "hello");
    assert.equal(open.adminUrl, adminUrl);
    assert.notEqual(open.pid, pid);
  });

  it("refuse a directory with somebody's files", async () => {
    await assert.rejects(startPulsar({ clusterName: "other", directory: open.directory }), /not empty/);
    assert.equal((await message()).text, "hello");
  });

  it("leave nothing when stopped", async () => {
    await Promise.all([open.stop(), secured.stop()]);
    assert.deepEqual(directories.flatMap(tracesOf), []);
  });
});
