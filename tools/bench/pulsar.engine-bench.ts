// Calls of the admin API that 50 namespaces and 200 topics cost at a real broker, by the real engine.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { callsOf, countPulsarCalls, type PulsarCalls } from "../../tests/engine/harness/count-pulsar-calls";
import { startPulsar } from "../run/pulsar";

const namespaces = 50;
const topics = 200;
const policies = { messageTtlSeconds: 60, maxConsumersPerTopic: 3, retention: { minutes: 60, size: "20Gi" } };
const topicsWithPolicies = 20;

async function main(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "function-mesh-bench-"));
  const broker = await startPulsar({ clusterName: "bench", directory });
  try {
    const calls = await countPulsarCalls(broker.adminUrl, { tenant: "plain", namespaces, topics });
    report(calls);
    const extent = { tenant: "policies", namespaces: 1, topics: topicsWithPolicies, ofTopic: policies };
    const more = perPolicy(await countPulsarCalls(broker.adminUrl, extent), calls);
    console.log(JSON.stringify({ ...figuresOf(calls), ...more }));
  } finally {
    await broker.stop();
  }
}

function report({ create, preview, refresh, seconds }: PulsarCalls): void {
  console.log(`up: ${create.length} calls in ${seconds.up} s`);
  console.log(`preview without a change: ${preview.length} calls in ${seconds.preview} s`);
  console.log(`refresh: ${refresh.length} calls in ${seconds.refresh} s`);
}

function figuresOf({ create, preview, refresh, seconds }: PulsarCalls) {
  const resources = 1 + namespaces + topics;
  return {
    resources,
    createCallsPerResource: rounded(create.length / resources),
    refreshCallsPerResource: rounded(refresh.length / resources),
    createCallsPerTopic: rounded(callsOf(create, "persistent").length / topics),
    refreshCallsPerTopic: rounded(callsOf(refresh, "persistent").length / topics),
    createCallsPerNamespace: rounded(callsOf(create, "namespaces").length / namespaces),
    refreshCallsPerNamespace: rounded(callsOf(refresh, "namespaces").length / namespaces),
    previewCalls: preview.length,
    seconds: rounded(seconds.up + seconds.preview + seconds.refresh),
  };
}

/** What each policy of a topic costs beyond a topic without any. */
function perPolicy(withPolicies: PulsarCalls, plain: PulsarCalls) {
  const written = topicsWithPolicies * Object.keys(policies).length;
  const beyond = (run: "create" | "refresh"): number => {
    const without = (callsOf(plain[run], "persistent").length / topics) * topicsWithPolicies;
    return rounded((callsOf(withPolicies[run], "persistent").length - without) / written);
  };
  return { createCallsPerTopicPolicy: beyond("create"), refreshCallsPerTopicPolicy: beyond("refresh") };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
