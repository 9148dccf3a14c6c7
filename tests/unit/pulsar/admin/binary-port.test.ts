import assert from "node:assert/strict";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { createAuthority, issue } from "../../../../tools/run/certificates";

/** What a broker answers to `CONNECT` in its binary protocol: `CONNECTED`, and `ERROR` where it wants a credential. */
const answers = {
  CONNECTED: Buffer.from([0, 0, 0, 8, 0, 0, 0, 4, 0x08, 3, 0x1a, 0]),
  ERROR: Buffer.from([0, 0, 0, 8, 0, 0, 0, 4, 0x08, 14, 0x72, 0]),
};

describe("provider/pulsar/admin/binary-port", () => {
  let server: Server | undefined;
  let connections = 0;
  afterEach(() => server?.close());

  /** Answers a `CONNECT`, and cuts whatever else comes, as a broker's binary port does. */
  const binaryPort =
    (answer: Buffer) =>
    (socket: Socket): void => {
      connections++;
      socket.on("error", () => socket.destroy());
      socket.once("data", (bytes) => {
        const isConnect = bytes[0] === 0 && bytes[8] === 0x08 && bytes[9] === 2;
        if (isConnect) socket.write(answer);
        else socket.destroy();
      });
    };
  const failure = async (listening: Server, scheme: string): Promise<{ message: string; seconds: number }> => {
    server = listening;
    connections = 0;
    await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
    const adminUrl = `${scheme}://127.0.0.1:${(listening.address() as AddressInfo).port}`;
    const client = createAdminClient({ adminUrl, tls: { allowInsecure: true } }, { totalBudgetMs: 5_000 });
    const start = Date.now();
    try {
      await client.send({ method: "GET", path: "/admin/v2/clusters", purpose: "list the clusters" });
      return assert.fail("it answered");
    } catch (error) {
      return { message: String(error), seconds: (Date.now() - start) / 1000 };
    } finally {
      await client.close();
    }
  };
  const tls = () => {
    const { certificate: cert, key } = issue(createAuthority("test authority"), {
      commonName: "localhost",
      usage: "server",
      names: ["localhost"],
      addresses: ["127.0.0.1"],
    });
    return { cert, key };
  };

  for (const [name, open, scheme] of [
    ["a port that answers CONNECTED", () => createServer(binaryPort(answers.CONNECTED)), "http"],
    ["a port that wants a credential", () => createServer(binaryPort(answers.ERROR)), "http"],
    ["a port with TLS", () => createTlsServer(tls(), binaryPort(answers.CONNECTED)), "https"],
    ["a port with TLS, by http", () => createTlsServer(tls(), binaryPort(answers.CONNECTED)), "http"],
    ["a port without TLS, by https", () => createServer(binaryPort(answers.CONNECTED)), "https"],
  ] as const) {
    it(`says at once that it is no admin API: ${name}`, async () => {
      const { message, seconds } = await failure(open(), scheme);
      assert.match(
        message,
        /list the clusters: https?:.* is the port of Pulsar's binary protocol, which clients use\. Let adminUrl name/,
      );
      assert.ok(seconds < 2, String(seconds));
    });
  }
  it("tries again where a connection is cut and nothing else is known", async () => {
    const { message } = await failure(
      createServer((socket) => {
        connections++;
        socket.destroy();
      }),
      "http",
    );
    assert.match(message, /no answer from http:.*: the connection was cut\./);
    assert.ok(connections >= 5, `${connections} connections`);
  });
});
