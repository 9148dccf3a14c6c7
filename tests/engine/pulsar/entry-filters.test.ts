import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { namespace } from "../../../provider/pulsar/namespace";
import { javaCommand } from "../../../tools/run/pulsar-command";
import { type PulsarServer, startPulsar } from "../../../tools/run/pulsar";
import { type Broker, brokerAt, freshName } from "./broker";
import { describeContract } from "./contract";
import { operate } from "./operations";
import { newTenant } from "./places";

const directory = mkdtempSync(join(tmpdir(), "function-mesh-filters-"));
const filters = ["by-region", "by-age", "by-size"];
let server: PulsarServer | undefined;
let opened: Promise<Broker> | undefined;

/** What a filter is announced by; its class is loaded with the first topic, and there are none here. */
function announceFilter(name: string): void {
  const services = join(directory, name, "META-INF", "services");
  mkdirSync(services, { recursive: true });
  mkdirSync(join(directory, "filters"), { recursive: true });
  const definition = `name: ${name}\ndescription: none\nentryFilterClass: com.acme.Filter\n`;
  writeFileSync(join(services, "entry_filter.yml"), definition);
  const archive = join(directory, "filters", `${name}.nar`);
  execFileSync(javaCommand().replace(/java$/, "jar"), [
    "--create",
    "--file",
    archive,
    "-C",
    join(directory, name),
    "META-INF",
  ]);
}

async function openBroker(): Promise<Broker> {
  filters.forEach(announceFilter);
  const configuration = { entryFiltersDirectory: join(directory, "filters") };
  server = await startPulsar({ clusterName: "filters", directory: join(directory, "broker"), configuration });
  return brokerAt(server.adminUrl);
}

const brokerWithFilters = (): Promise<Broker> => (opened ??= openBroker());

after(async function () {
  this.timeout(60_000);
  await (await opened)?.admin.close();
  await server?.stop();
  rmSync(directory, { recursive: true, force: true });
});

describeContract({
  resource: namespace,
  asksAtPreview: true,
  broker: brokerWithFilters,
  fresh: async (broker) => ({
    tenant: await newTenant(broker),
    namespace: freshName("made"),
    entryFilters: ["by-region", "by-age"],
  }),
  changes: [{ to: { entryFilters: ["by-age", "by-region"] }, paths: ["entryFilters"] }],
  optional: ["entryFilters"],
  drifts: [
    {
      name: "other filters",
      path: "entryFilters",
      act: (broker, { tenant, namespace: name }) =>
        broker.send("POST", `/namespaces/${String(tenant)}/${String(name)}/entryFilters`, {
          entryFilterNames: "by-size",
        }),
    },
    {
      name: "filters taken away",
      path: "entryFilters",
      act: (broker, { tenant, namespace: name }) =>
        broker.send("DELETE", `/namespaces/${String(tenant)}/${String(name)}/entryFilters`),
    },
  ],
  calls: { create: 3, refresh: 1 },
});

describe("provider/pulsar/namespace with entry filters", function () {
  this.timeout(60_000);
  it("says when the broker lacks one", async () => {
    const broker = await brokerWithFilters();
    const inputs = { tenant: await newTenant(broker), namespace: freshName("made"), entryFilters: ["by-colour"] };
    await assert.rejects(
      operate(namespace, broker).create(inputs),
      /entryFilters of namespace .*'by-colour' not found/,
    );
  });
});
