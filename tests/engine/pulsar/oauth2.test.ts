import assert from "node:assert/strict";
import type { PulsarAuthSpec } from "../../../provider/model/pulsar-cluster";
import type { AdminClient } from "../../../provider/pulsar/admin/client";
import { issuerAudience, type LocalIssuer, startLocalIssuer } from "./local-issuer";
import { walkThroughSample } from "./sample-contract";
import { type SecuredBroker, startSecuredBroker } from "./secured-broker";

const clients = { admin: "secret-of-admin", stranger: "secret-of-stranger" };

describe("provider/pulsar at a broker that trusts an OAuth2 issuer", function () {
  this.timeout(60_000);
  let issuer: LocalIssuer;
  let broker: SecuredBroker;

  before(async function () {
    this.timeout(180_000);
    issuer = await startLocalIssuer({ clients, tokenSeconds: 600 });
    const provider = "org.apache.pulsar.broker.authentication.oidc.AuthenticationProviderOpenID";
    broker = await startSecuredBroker(provider, () => ({
      openIDAllowedTokenIssuers: issuer.url,
      openIDAllowedAudiences: issuerAudience,
      openIDRequireIssuersUseHttps: "false",
    }));
  });
  after(async function () {
    this.timeout(60_000);
    await broker.stop();
    issuer.stop();
  });

  const oauth2 = (client: string, secret: string, audience = issuerAudience): PulsarAuthSpec => ({
    oauth2: {
      issuerUrl: issuer.url,
      audience,
      credentials: JSON.stringify({ type: "client_credentials", client_id: client, client_secret: secret }),
    },
  });
  const tenants = (admin: AdminClient): Promise<unknown> =>
    admin.send({ method: "GET", path: "/admin/v2/tenants", purpose: "list the tenants" });

  it("makes, reads, changes and deletes with one token", async () => {
    await walkThroughSample(broker.as({ auth: oauth2("admin", clients.admin) }));
    assert.equal(await issuer.issued("admin"), 1);
  });
  it("gets another token for one that the broker does not know any more", async () => {
    const admin = broker.as({ auth: oauth2("admin", clients.admin, "urn:another") });
    const before = await issuer.issued("admin");
    await assert.rejects(tenants(admin), /Pulsar answered 401 .*The credential was not accepted/);
    assert.equal(await issuer.issued("admin"), before + 2);
  });
  it("gets no other token for somebody who lacks the privilege", async () => {
    const admin = broker.as({ auth: oauth2("stranger", clients.stranger) });
    await assert.rejects(tenants(admin), /Pulsar answered 401 ".*lacks the privilege/);
    assert.equal(await issuer.issued("stranger"), 1);
  });
  it("names the issuer that does not know the client, without its secret", async () => {
    const admin = broker.as({ auth: oauth2("admin", "wrong-secret") });
    await assert.rejects(
      tenants(admin),
      (error: Error) =>
        error.message.includes(`auth.oauth2: ${issuer.url}/token answered 401 "invalid_client". Do issuerUrl,`) &&
        !error.message.includes("wrong-secret"),
    );
  });
});
