import assert from "node:assert/strict";
import { createPrivateKey, X509Certificate } from "node:crypto";
import { createAuthority, issue } from "../../tools/run/certificates";

describe("tools/run certificates", () => {
  const authority = createAuthority("test-ca");

  it("are signed by their authority and carry subject, names and usage", () => {
    const { certificate, key } = issue(authority, {
      commonName: "system:node:a",
      organization: "system:nodes",
      usage: "server",
      addresses: ["10.199.0.1"],
      names: ["localhost"],
    });
    const parsed = new X509Certificate(certificate);
    const issuer = new X509Certificate(authority.certificate);
    assert.ok(parsed.checkIssued(issuer) && parsed.verify(issuer.publicKey));
    assert.ok(parsed.checkPrivateKey(createPrivateKey(key)));
    assert.equal(parsed.subject, "O=system:nodes\nCN=system:node:a");
    assert.equal(parsed.subjectAltName, "DNS:localhost, IP Address:10.199.0.1");
    assert.deepEqual(parsed.keyUsage, ["1.3.6.1.5.5.7.3.1"]);
    assert.equal(parsed.ca, false);
    assert.equal(issuer.ca, true);
  });

  it("differ in their serial numbers", () => {
    const subject = { commonName: "a", usage: "client" } as const;
    const serials = [1, 2].map(() => new X509Certificate(issue(authority, subject).certificate).serialNumber);
    assert.notEqual(serials[0], serials[1]);
  });
});
