import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readClientConf } from "../../../../provider/pulumi/environment/client-conf";

describe("provider/pulumi/environment/client-conf", () => {
  const directory = mkdtempSync(join(tmpdir(), "function-mesh-"));
  after(() => rmSync(directory, { recursive: true }));
  const written = (name: string, text: string): string => {
    const path = join(directory, name);
    writeFileSync(path, text);
    return path;
  };

  it("reads the file as Pulsar delivers it, where nothing but the URL is set", () => {
    const text = [
      "# webServiceUrl=https://localhost:8443/",
      "webServiceUrl=http://localhost:8080/",
      "authPlugin=",
      "authParams=",
      "tlsAllowInsecureConnection=false",
      "tlsEnableHostnameVerification=false",
      "tlsTrustCertsFilePath=",
    ];
    assert.deepEqual(readClientConf(written("delivered.conf", text.join("\n"))), {
      adminUrl: "http://localhost:8080/",
    });
  });
  it("reads files that it names", () => {
    const [cert, key, authorities] = ["cert", "key", "ca"].map((name) => written(name, name.toUpperCase()));
    const text = [
      "webServiceUrl : https://a:8443\r",
      "  tlsAllowInsecureConnection = true",
      `tlsTrustCertsFilePath=${authorities}`,
      `tlsCertificateFilePath=${cert}`,
      `tlsKeyFilePath=${key}`,
    ];
    assert.deepEqual(readClientConf(written("tls.conf", text.join("\n"))), {
      adminUrl: "https://a:8443",
      auth: { tls: { cert: "CERT", key: "KEY" } },
      tls: { trustCerts: "CA", allowInsecure: true },
    });
  });
});
