import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { preparePlace, type Place, subjects } from "../../arguments/subjects";
import { runTrials } from "../../arguments/run-trials";
import { type PackageSchema } from "../../../provider/pulumi/schema/package-schema";
import { pulsarResources } from "../../../provider/pulsar";
import { textsOf } from "../../../provider/pulsar/resource/decode";
import { type AttachedProvider, startProvider } from "../harness/attached-provider";
import { connectProvider, type ProviderClient } from "../harness/provider-client";
import { type Broker, freshName, useBroker } from "./broker";

/** `npm run soak` tries many more, and others each time; FUNCTION_MESH_SEED tries those of another seed here. */
const count = 50;
const seed = Number(process.env["FUNCTION_MESH_SEED"] ?? 1);

const root = join(__dirname, "..", "..", "..");
const schema: PackageSchema = JSON.parse(readFileSync(join(root, "schema.json"), "utf8"));

describe(`broken arguments with seed ${seed}`, function () {
  this.timeout(180_000);
  let broker: Broker;
  let directory: string;
  let plugin: AttachedProvider | undefined;
  let provider: ProviderClient;
  let place: Place;
  let clusters: readonly string[];

  before(async () => {
    broker = await useBroker();
    directory = mkdtempSync(join(tmpdir(), "function-mesh-arguments-"));
    plugin = await startProvider(directory);
    provider = await connectProvider(plugin.port, { adminUrl: broker.adminUrl });
    clusters = textsOf(await broker.send("GET", "/clusters"));
    place = await preparePlace(broker.adminUrl, clusters[0] ?? "", freshName("arguments"));
  });
  after(async () => {
    // Other tests rely on there being one.
    for (const name of textsOf(await broker.send("GET", "/clusters")))
      if (!clusters.includes(name)) await broker.send("DELETE", `/clusters/${encodeURIComponent(name)}`);
    provider.close();
    await plugin?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it("are tried of each kind of resource", () => {
    const kinds = pulsarResources.map(({ type }) => type.split(":").pop());
    assert.deepEqual(
      kinds.filter((kind = "") => !(kind in subjects)),
      [],
    );
  });
  for (const kind of Object.keys(subjects)) {
    it(`of ${kind} are refused by name, or read back equal`, async () => {
      const { outcomes, misbehaviours } = await runTrials({ kind, seed, count, provider, place, schema });
      assert.deepEqual(misbehaviours, []);
      assert.equal(outcomes.refused + outcomes.failed + outcomes.made, count);
      // Of those that no check refuses the right ones are made, too, to be changed.
      assert.ok(outcomes.refused > 0 && outcomes.failed + outcomes.made > 0, JSON.stringify(outcomes));
    });
  }
});
