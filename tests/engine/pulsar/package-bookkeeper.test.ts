import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pulsarPackage } from "../../../provider/pulsar/package";
import { deleteVersion } from "../../../provider/pulsar/package/package-api";
import { placeOfUrl } from "../../../provider/pulsar/package/package-place";
import { type PulsarServer, startPulsar } from "../../../tools/run/pulsar";
import { type Broker, brokerAt } from "./broker";
import { describeContract } from "./contract";
import { importById } from "./operations";
import { completeBrokenUploads, fresh, upload } from "./package-calls";
import { packageContract } from "./package-contract";

/** BookKeeper is what brokers keep packages in unless they are told otherwise. It answers in other ways than files do. */
describe("packages in BookKeeper", function () {
  this.timeout(120_000);
  let server: PulsarServer | undefined;
  let broker: Broker | undefined;

  async function start(): Promise<Broker> {
    if (broker !== undefined) return broker;
    server = await startPulsar({
      clusterName: "bookkeeper",
      directory: mkdtempSync(join(tmpdir(), "function-mesh-pulsar-")),
      stateStorage: true,
      configuration: {
        packagesManagementStorageProvider:
          "org.apache.pulsar.packages.management.storage.bookkeeper.BookKeeperPackagesStorageProvider",
        packagesReplicas: "1",
      },
    });
    return (broker = brokerAt(server.adminUrl));
  }
  after(async () => {
    await broker?.admin.close();
    await server?.stop();
  });

  describeContract({ ...packageContract, broker: start });

  it("completes an upload of its own that broke off, by whatever it left", async () => {
    await completeBrokenUploads(await start());
  });

  it("is imported as unfinished when its upload broke off", async () => {
    const broker = await start();
    const inputs = { ...fresh(), version: "1" };
    await upload(broker, inputs, undefined, {});
    const imported = await importById(pulsarPackage, broker, `function://packages/orders/${inputs.name}@1`);
    assert.equal(imported?.outputs["contentHash"], "unfinished");
    assert.deepEqual(
      pulsarPackage
        .diff(imported.inputs, pulsarPackage.check(inputs, undefined).inputs)
        .changes.map(({ path }) => path),
      ["content"],
    );
  });
  it("is deleted twice", async () => {
    const { admin } = await start();
    await deleteVersion(admin, placeOfUrl("function://packages/orders/absent@1"));
  });
});
