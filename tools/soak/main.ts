// `npm run soak [-- OPTIONS]`: what takes too long for `npm test`. Closes with a line of counts.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seeded } from "../../tests/arguments/random";
import { runTrials } from "../../tests/arguments/run-trials";
import { type Place, preparePlace, subjects } from "../../tests/arguments/subjects";
import { startProvider } from "../../tests/engine/harness/attached-provider";
import { killableStack } from "../../tests/engine/harness/kill-runs";
import { connectProvider, type ProviderClient } from "../../tests/engine/harness/provider-client";
import { obtainPulumi } from "../obtain/pulumi";
import { type PulsarServer, startPulsar } from "../run/pulsar";
import { repeatLife } from "./repeat-life";
import { type SoakOptions, soakOptions } from "./soak-options";

interface Counts {
  readonly passed: Record<"kills" | "arguments" | "repeats", number>;
  readonly failures: string[];
}

const clusterName = "soak";
/** Of a stack whose runs are killed. */
const resources = 60;

async function main(): Promise<void> {
  const options = soakOptions(process.argv.slice(2));
  console.log(`seed ${options.seed}`);
  await obtainPulumi();
  const directory = mkdtempSync(join(tmpdir(), "function-mesh-soak-"));
  const broker = await startPulsar({ clusterName, directory: join(directory, "pulsar") });
  const plugin = await startProvider(directory);
  const provider = await connectProvider(plugin.port, { adminUrl: broker.adminUrl });
  const counts: Counts = { passed: { kills: 0, arguments: 0, repeats: 0 }, failures: [] };
  try {
    const place = await preparePlace(broker.adminUrl, clusterName, "soak");
    await soakKills(options, broker, counts);
    for (const kind of Object.keys(subjects)) await soakRepeats({ kind, provider, place }, options, counts);
    for (const kind of Object.keys(subjects)) await soakArguments({ kind, provider, place }, options, counts);
  } finally {
    provider.close();
    await plugin.stop();
    await broker.stop();
    rmSync(directory, { recursive: true, force: true });
  }
  close(options, counts);
}

/** Kills each victim as often. */
async function soakKills({ seed, kills }: SoakOptions, { adminUrl }: PulsarServer, counts: Counts): Promise<void> {
  for (const victim of ["plugin", "engine"] as const)
    for (let number = 1; number <= kills; number++) {
      // Of its own: what one that fails leaves behind is no other one's matter.
      const stack = await killableStack({ adminUrl, clusterName, tenant: `killed-${victim}-${number}`, resources });
      try {
        const moments = await stack.liveThrough(victim, seeded(seed + number));
        counts.passed.kills += moments.length;
        console.log(`kill ${number}: ${moments.join(", ")}`);
      } catch (error) {
        fail(counts, `kill of the ${victim} with seed ${seed + number}`, error);
      } finally {
        await stack.remove();
      }
    }
}

interface Soaked {
  readonly kind: string;
  readonly provider: ProviderClient;
  readonly place: Place;
}

async function soakRepeats(soaked: Soaked, { repeats }: SoakOptions, counts: Counts): Promise<void> {
  try {
    await repeatLife({ ...soaked, count: repeats });
    counts.passed.repeats += repeats;
    console.log(`${soaked.kind}: made and deleted ${repeats} times`);
  } catch (error) {
    fail(counts, `made and deleted ${soaked.kind}`, error);
  }
}

async function soakArguments(soaked: Soaked, options: SoakOptions, counts: Counts): Promise<void> {
  const schema = JSON.parse(readFileSync(join(__dirname, "..", "..", "schema.json"), "utf8"));
  const trials = { ...soaked, seed: options.seed, count: options.arguments, schema };
  const { outcomes, misbehaviours } = await runTrials(trials);
  const { refused, failed, made } = outcomes;
  counts.passed.arguments += refused + failed + made;
  for (const text of misbehaviours) fail(counts, "arguments", text);
  console.log(`${soaked.kind}: ${refused} arguments refused, ${failed} refused by the broker, ${made} made`);
}

function fail({ failures }: Counts, what: string, cause: unknown): void {
  const text = `${what}: ${cause instanceof Error ? cause.message : String(cause)}`;
  failures.push(text);
  console.log(`failed: ${text}`);
}

function close({ seed }: SoakOptions, { passed, failures }: Counts): void {
  const { kills, arguments: tried, repeats } = passed;
  console.log(`${kills} kills, ${tried} arguments, ${repeats} repeats passed, ${failures.length} failed, seed ${seed}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
