import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PulsarAuthSpec } from "../../../provider/model/pulsar-cluster";
import type { AdminClient } from "../../../provider/pulsar/admin/client";
import { createAuthority, issue } from "../../../tools/run/certificates";
import { freePort } from "../../../tools/run/free-port";
import { walkThroughSample } from "./sample-contract";
import { type SecuredBroker, startSecuredBroker } from "./secured-broker";

describe("provider/pulsar at a broker that asks for client certificates", function () {
  this.timeout(60_000);
  const authority = createAuthority("brokers");
  const certificateOf = (commonName: string): PulsarAuthSpec => {
    const { certificate, key } = issue(authority, { commonName, usage: "client" });
    return { tls: { cert: certificate, key } };
  };
  let broker: SecuredBroker;
  let adminUrl: string;

  before(async function () {
    this.timeout(180_000);
    const port = await freePort();
    adminUrl = `https://127.0.0.1:${port}`;
    broker = await startSecuredBroker(
      "org.apache.pulsar.broker.authentication.AuthenticationProviderTls",
      (directory) => ({
        webServicePortTls: String(port),
        tlsRequireTrustedClientCertOnConnect: "true",
        ...tlsFiles(directory),
      }),
    );
  });
  after(async function () {
    this.timeout(60_000);
    await broker.stop();
  });

  function tlsFiles(directory: string): Readonly<Record<string, string>> {
    const names = { names: ["localhost"], addresses: ["127.0.0.1"] };
    const { certificate, key } = issue(authority, { commonName: "broker", usage: "server", ...names });
    const written = (name: string, text: string): string => {
      const path = join(directory, name);
      writeFileSync(path, text, { mode: 0o600 });
      return path;
    };
    return {
      tlsCertificateFilePath: written("broker.pem", certificate),
      tlsKeyFilePath: written("broker.key", key),
      tlsTrustCertsFilePath: written("ca.pem", authority.certificate),
    };
  }

  const as = (auth?: PulsarAuthSpec, trustCerts = authority.certificate): AdminClient =>
    broker.as({
      adminUrl,
      tls: { trustCerts },
      limits: { totalTimeoutSeconds: 5 },
      ...(auth === undefined ? {} : { auth }),
    });
  const clusters = (admin: AdminClient): Promise<unknown> =>
    admin.send({ method: "GET", path: "/admin/v2/tenants", purpose: "list the tenants" });

  it("makes, reads, changes and deletes as the name in the certificate", () =>
    walkThroughSample(as(certificateOf("admin"))));
  it("says that the name in a certificate lacks the privilege", async () => {
    await assert.rejects(clusters(as(certificateOf("stranger"))), /Pulsar answered 401 ".*lacks the privilege/);
  });
  it("fails without a certificate, and with one of another authority", async () => {
    const foreign = issue(createAuthority("others"), { commonName: "admin", usage: "client" });
    for (const auth of [undefined, { tls: { cert: foreign.certificate, key: foreign.key } }]) {
      await assert.rejects(clusters(as(auth)), /no answer from https:.*auth\.tls has to state a client certificate/);
    }
  });
  it("does not talk to a broker that it does not trust", async () => {
    const admin = as(certificateOf("admin"), createAuthority("others").certificate);
    await assert.rejects(clusters(admin), /tls\.trustCerts has to name/);
  });
});
