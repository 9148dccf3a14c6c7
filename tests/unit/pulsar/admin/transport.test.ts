import assert from "node:assert/strict";
import { createServer, type Server } from "node:https";
import { type AddressInfo, createServer as createPlainServer } from "node:net";
import { type TLSSocket } from "node:tls";
import { type PulsarClusterSpec } from "../../../../provider/model/pulsar-cluster";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { startScriptedBroker } from "./scripted-broker";
import { createAuthority, issue } from "../../../../tools/run/certificates";

describe("provider/pulsar/admin/transport", () => {
  const authority = createAuthority("test authority");
  const serverCredential = issue(authority, {
    commonName: "localhost",
    usage: "server",
    names: ["localhost"],
    addresses: ["127.0.0.1"],
  });
  const client = issue(authority, { commonName: "admin", usage: "client" });
  const trusted = { trustCerts: authority.certificate };
  const auth = { tls: { cert: client.certificate, key: client.key } };
  let server: Server;
  let port: number;
  const names: string[] = [];

  before(async () => {
    const { certificate: cert, key } = serverCredential;
    server = createServer(
      { cert, key, ca: authority.certificate, requestCert: true, rejectUnauthorized: true },
      (request, response) => {
        // An https server's sockets are TLS sockets; Node's types know only the plain kind.
        const socket = request.socket as TLSSocket;
        names.push(String(socket.getPeerCertificate().subject.CN));
        response.writeHead(200, { "content-type": "application/json" }).end("{}");
      },
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    port = (server.address() as AddressInfo).port;
  });
  after((done) => {
    server.closeAllConnections();
    server.close(() => done());
  });

  async function call(spec: Omit<PulsarClusterSpec, "adminUrl">): Promise<unknown> {
    const admin = createAdminClient({ adminUrl: `https://127.0.0.1:${port}`, ...spec }, { totalBudgetMs: 1_000 });
    try {
      return (await admin.send({ method: "GET", path: "/admin/v2/clusters", purpose: "list the clusters" })).json();
    } finally {
      await admin.close();
    }
  }

  it("presents a client certificate to a server that it trusts", async () => {
    assert.deepEqual(await call({ tls: trusted, auth }), {});
    assert.deepEqual(names, ["admin"]);
  });
  it("fails without a client certificate", () =>
    assert.rejects(
      call({ tls: trusted }),
      /^AdminError: Could not list the clusters: no answer from https:.* auth\.tls has to state a client certificate/,
    ));
  it("says that a certificate is missing where the broker says so", async () => {
    const { certificate: cert, key } = serverCredential;
    const tls = { cert, key, ca: authority.certificate, requestCert: true, rejectUnauthorized: true };
    const older = createServer({ ...tls, maxVersion: "TLSv1.2" });
    await new Promise<void>((resolve) => older.listen(0, "127.0.0.1", resolve));
    const adminUrl = `https://127.0.0.1:${(older.address() as AddressInfo).port}`;
    const admin = createAdminClient({ adminUrl, tls: trusted });
    const asked = admin.send({ method: "GET", path: "/admin/v2/clusters", purpose: "list the clusters" });
    await assert.rejects(asked, /it refuses the client certificate\. auth\.tls has to state/);
    await admin.close();
    older.closeAllConnections();
    await new Promise((resolve) => older.close(resolve));
  });
  it("says that a broker does not speak TLS", async () => {
    const plain = await startScriptedBroker([]);
    const admin = createAdminClient({ adminUrl: plain.url.replace("http", "https") }, { totalBudgetMs: 5_000 });
    const asked = admin.send({ method: "GET", path: "/admin/v2/clusters", purpose: "list the clusters" });
    await assert.rejects(asked, /does not speak TLS there; the URL may have to begin with http:/);
    await admin.close();
    await plain.close();
  });
  it("says that a port may want TLS that cuts what is said without it", async () => {
    const admin = createAdminClient({ adminUrl: `http://127.0.0.1:${port}` }, { totalBudgetMs: 1_000 });
    const asked = admin.send({ method: "GET", path: "/admin/v2/clusters", purpose: "list the clusters" });
    await assert.rejects(asked, /If it speaks TLS there, the URL has to begin with https:/);
    await admin.close();
  });
  it("says at once that a port does not speak HTTP", async () => {
    const other = createPlainServer((socket) => socket.end("SSH-2.0-OpenSSH_9\r\n"));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const admin = createAdminClient({ adminUrl: `http://127.0.0.1:${(other.address() as AddressInfo).port}` });
    const start = Date.now();
    const asked = admin.send({ method: "GET", path: "/admin/v2/clusters", purpose: "list the clusters" });
    await assert.rejects(asked, /it does not speak HTTP there; the URL may have to begin with https:/);
    assert.ok(Date.now() - start < 4_000);
    await admin.close();
    other.close();
  });
  it("says what to do about a server that it does not trust", () =>
    assert.rejects(call({ auth }), /tls\.trustCerts has to name/));
  it("accepts any certificate when told to", () => call({ tls: { allowInsecure: true }, auth }));
  it("checks the host's name unless told not to", async () => {
    const other = issue(authority, { commonName: "elsewhere", usage: "server", names: ["elsewhere"] });
    server.setSecureContext({ cert: other.certificate, key: other.key, ca: authority.certificate });
    await assert.rejects(
      call({ tls: trusted, auth }),
      /no answer from https:.* tls\.verifyHostname turns this check off/,
    );
    await call({ tls: { ...trusted, verifyHostname: false }, auth });
  });
});
