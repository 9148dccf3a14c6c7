import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type AdminClient, createAdminClient } from "../../../../provider/pulsar/admin/client";
import { type AdminRequest, type StreamedBody, UnusableContent } from "../../../../provider/pulsar/admin/request";
import {
  cut,
  halfAnswer,
  hang,
  hangInBody,
  json,
  startScriptedBroker,
  type ScriptedBroker,
  type Step,
} from "./scripted-broker";

const piece = Buffer.alloc(64 * 1024, "x");
const upload = (stream: StreamedBody): AdminRequest => ({
  method: "POST",
  path: "/admin/v3/packages/function/t/n/p/1",
  stream,
  purpose: "upload package p",
});

describe("bodies that are streamed", () => {
  let broker: ScriptedBroker | undefined;
  let admin: AdminClient | undefined;
  afterEach(async () => {
    await admin?.close();
    await broker?.close();
  });
  async function play(...steps: readonly Step[]): Promise<AdminClient> {
    broker = await startScriptedBroker(steps);
    return (admin = createAdminClient({ adminUrl: broker.url, clusterName: "east" }, { delayFactor: 0.01 }));
  }

  it("are sent from the beginning with each try", async () => {
    const open = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
      yield Buffer.from("all ");
      yield Buffer.from("of it");
    };
    await (await play(cut, json(503, {}), json(200, {}))).send(upload({ open }));
    const bodies = broker?.received.map(({ body }) => body);
    assert.deepEqual(bodies, ["all of it", "all of it", "all of it"]);
  });
  it("take effect in no part when they turn out to be wrong, and are not tried again", async () => {
    let opened = 0;
    const open = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
      opened += 1;
      yield piece;
      throw new UnusableContent("the file is another one.");
    };
    await assert.rejects((await play(json(200, {}))).send(upload({ open })), (error: Error) => {
      assert.equal(error.message, "Could not upload package p: the file is another one.");
      return true;
    });
    assert.equal(opened, 1);
    assert.deepEqual(broker?.received, []);
  });
  it("are received anew with each try, and failures as texts", async () => {
    const received: string[] = [];
    const receive = () => {
      const index = received.push("") - 1;
      return (chunk: Uint8Array) => void (received[index] += Buffer.from(chunk).toString());
    };
    const get = { method: "GET", path: "/admin/v3/packages", receive, purpose: "download p" } as const;
    const client = await play(halfAnswer, json(200, { a: 1 }), json(404, { reason: "not there" }));
    assert.equal((await client.send(get)).text, "");
    assert.deepEqual(received, ['{"a":', '{"a":1}']);
    await assert.rejects(client.send(get), /404 "not there"/);
    assert.equal(received.length, 2);
  });
  it("end with a silence that is too long, and are not asked for again", async () => {
    const get = { method: "GET", path: "/admin/v3/packages", receive: () => () => undefined, silenceMs: 100 } as const;
    for (const step of [hang, hangInBody]) {
      const client = await play(step);
      const asked = client.send({ ...get, timeoutMs: 60_000, purpose: "download p" });
      await assert.rejects(asked, /Could not download p: .*http:.* sent nothing for 0\.1 s\.$/);
      assert.equal(broker?.received.length, 1);
      await client.close();
      await broker?.close();
    }
  });
});

/** A server that takes nothing for a while. */
describe("bodies that are larger than what the other side takes", function () {
  this.timeout(30_000);
  let server: Server;
  let admin: AdminClient;
  let received = 0;
  let resume: () => void = () => undefined;
  before(async () => {
    server = createServer((request, response) => {
      request.pause();
      resume = () => request.on("data", (chunk: Buffer) => (received += chunk.length)).resume();
      request.on("end", () => response.writeHead(204).end());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    admin = createAdminClient({ adminUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  });
  after(async () => {
    await admin.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it("are read no faster than they are sent, so that they are never held in memory", async () => {
    const whole = 64 * 2 ** 20;
    let read = 0;
    const open = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
      for (; read < whole; read += piece.length) yield piece;
    };
    const sent = admin.send(upload({ open }));
    for (let before = -1; before !== read || read === 0; await sleep(200)) before = read;
    assert.ok(read < whole / 2, `${read} bytes were read before any was taken`);
    resume();
    await sent;
    assert.equal(received, whole);
  });
});
