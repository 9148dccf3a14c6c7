// `npm run quickstart [-- --once]`: from a fresh checkout to messages flowing through a mesh.
import { parseArgs } from "node:util";
import { leaveSignalsToProgram, stopAll } from "../run/started";
import { removeDirectories } from "./environment";
import { interruptPulumi } from "./pulumi-process";
import { quickstart } from "./quickstart";

const help = `npm run quickstart [-- --once]

Starts Pulsar and Kubernetes with a real node on this machine (Linux, root), deploys examples/quickstart with
pulumi up, and shows 100 lines passing through its four members. What is missing is obtained first.

  --once    take everything down afterwards; without it the mesh runs until Ctrl-C
  --help    this text
`;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { once: { type: "boolean" }, help: { type: "boolean" } } });
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  try {
    await quickstart({ once: values.once === true });
    return 0;
  } catch (error) {
    if (!isInterrupted) console.error(`quickstart: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    await cleanUp();
  }
}

async function cleanUp(): Promise<void> {
  await interruptPulumi();
  await stopAll();
  removeDirectories();
}

// Pulumi first, while the servers that it waits for still answer.
leaveSignalsToProgram();
let isInterrupted = false;
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const) {
  process.on(signal, () => {
    if (isInterrupted) return;
    isInterrupted = true;
    console.error("interrupted: taking everything down");
    void cleanUp().finally(() => process.exit(code));
  });
}

void main().then((code) => (isInterrupted ? undefined : process.exit(code)));
