import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AssetValue } from "../../../provider/model/asset-value";
import { adminPathV3 } from "../../../provider/pulsar/admin/request";
import { pulsarPackage } from "../../../provider/pulsar/package";
import { startPulsar } from "../../../tools/run/pulsar";
import { type Broker, brokerAt, useBroker } from "./broker";
import { operate } from "./operations";
import { fresh, hash, pathOf, send } from "./package-calls";

describe("uploads of packages", function () {
  this.timeout(60_000);
  let broker: Broker;
  let directory: string;
  before(async () => {
    broker = await useBroker();
    directory = mkdtempSync(join(tmpdir(), "function-mesh-package-"));
  });
  after(() => rmSync(directory, { recursive: true }));

  it("takes a file of 64 MiB, and what another server has", async () => {
    const content = randomBytes(64 * 2 ** 20);
    const path = join(directory, "large.jar");
    writeFileSync(path, content);
    const server = createServer((request, response) => {
      if (request.url === "/moved") response.writeHead(302, { location: "/large.jar" }).end();
      else response.end(content);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const uri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/moved`;
    const assets = [
      new AssetValue(path, undefined, undefined, hash(content)),
      new AssetValue(undefined, undefined, uri, hash(content)),
    ];
    for (const asset of assets) {
      const inputs = { ...fresh(), content: asset };
      await operate(pulsarPackage, broker).create(inputs);
      const headers = { "accept-encoding": "identity" }; // to zip takes the broker longer than all else
      const answer = await fetch(`${broker.adminUrl}${pathOf(inputs)}`, { headers });
      assert.equal(hash(new Uint8Array(await answer.arrayBuffer())), hash(content));
    }
    server.close();
  });
  it("leaves nothing at the broker when the file is not the one that was compared, or cannot be read", async () => {
    const path = join(directory, "changed.py");
    writeFileSync(path, "print(2)");
    const other = { ...fresh(), content: new AssetValue(path, undefined, undefined, hash("print(1)")) };
    await assert.rejects(
      operate(pulsarPackage, broker).create(other),
      /upload package function:.*changed\.py is not what Pulumi saw/,
    );
    const none = {
      ...fresh(),
      content: new AssetValue(join(directory, "none.py"), undefined, undefined, hash("print(1)")),
    };
    await assert.rejects(operate(pulsarPackage, broker).create(none), /none\.py cannot be read \(ENOENT\)/);
    for (const inputs of [other, none]) {
      const versions = adminPathV3("packages", "function", "packages", "orders", inputs.name);
      assert.deepEqual(await send(broker, "GET", versions), []);
    }
  });
  it("says how to switch packages on where the broker has none, without trying again", async function () {
    this.timeout(180_000);
    const configuration = { enablePackagesManagement: "false" };
    const server = await startPulsar({
      clusterName: "no-packages",
      directory: mkdtempSync(join(directory, "pulsar-")),
      configuration,
    });
    const other = brokerAt(server.adminUrl);
    try {
      await assert.rejects(
        operate(pulsarPackage, other).create(fresh()),
        /Pulsar answered 503 "Package Management Service is not enabled in the broker\."\. Set enablePackagesManagement=true/,
      );
      assert.equal(other.calls().length, 1);
    } finally {
      await other.admin.close();
      await server.stop();
    }
  });
});
