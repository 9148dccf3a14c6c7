// What a mesh of 100 members, or as many as are asked for, costs over a program that registers the same resources one by one, by the real
// engine. In the state of the mesh stands what these are; both programs are run from nothing, in turn, twice or as often as is asked for,
// and of each run the fastest one counts.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Stack } from "../../tests/engine/harness/stack";
import { type ControlPlane, startControlPlane } from "../run/control-plane";
import { startPulsar } from "../run/pulsar";
import { stopAll } from "../run/started";
import { meshArguments, meshProgram, namespace } from "./hundred-members";
import { registeredOf, singleProgram } from "./single-resources";

const members = Number(process.argv[2] ?? 100);
const rounds = Number(process.argv[3] ?? 2);

/** A file as a backend writes the whole state twice for each step, which takes longer than all the rest: none is kept on the way. */
const withoutCheckpoints = { PULUMI_SKIP_CHECKPOINTS: "true", PULUMI_EXPERIMENTAL: "true" };

type Run = "preview" | "up" | "noop";
type Seconds = Readonly<Record<Run, number>>;

async function main(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "function-mesh-bench-"));
  const planes = await Promise.all(["east", "west", "south"].map((name) => plane(join(directory, name), name)));
  const broker = await startPulsar({ clusterName: "bench", directory: join(directory, "pulsar") });
  const given = meshArguments(members, planes, broker);
  const first = await measured(meshProgram(given), async (stack) => registeredOf(await stack.clearState()));
  console.log(`${first.found.length} resources; a first run, which warms up: ${JSON.stringify(first.seconds)}`);
  const single = singleProgram(first.found);
  const best = { mesh: [] as Seconds[], single: [] as Seconds[] };
  for (let round = 1; round <= rounds; round++) {
    best.single.push((await measured(single)).seconds);
    best.mesh.push((await measured(meshProgram(given))).seconds);
    console.log(`one by one ${JSON.stringify(best.single.at(-1))}, as a mesh ${JSON.stringify(best.mesh.at(-1))}`);
  }
  const ratio = (run: Run): number => rounded(fastest(best.mesh, run) / fastest(best.single, run));
  const figures = { members, resources: first.found.length, seconds: fastest(best.mesh, "up") };
  console.log(
    JSON.stringify({ ...figures, previewRatio: ratio("preview"), noopRatio: ratio("noop"), upRatio: ratio("up") }),
  );
}

async function plane(directory: string, name: string): Promise<ControlPlane> {
  const started = await startControlPlane({ name, directory });
  await started.kubectl("create", "namespace", namespace);
  return started;
}

/** A program previewed, run, run again and destroyed; and what `look` finds while it runs. */
async function measured<Found>(
  files: Readonly<Record<string, string | object>>,
  look?: (stack: Stack) => Promise<Found>,
): Promise<{ readonly seconds: Seconds; readonly found: Found }> {
  const stack = await Stack.create({ language: "nodejs", files, env: withoutCheckpoints });
  try {
    const seconds = {
      preview: await timed(() => stack.preview()),
      up: await timed(() => stack.up("--parallel", String(members))),
      noop: await timed(() => stack.up("--parallel", String(members))),
    };
    return { seconds, found: (await look?.(stack)) as Found };
  } finally {
    await stack.destroy("--parallel", String(members));
    await stack.remove();
  }
}

async function timed(run: () => Promise<{ readonly code: number; readonly output: string }>): Promise<number> {
  const start = Date.now();
  const { code, output } = await run();
  if (code !== 0) throw new Error(output);
  return rounded((Date.now() - start) / 1000);
}

const fastest = (runs: readonly Seconds[], run: Run): number => Math.min(...runs.map((each) => each[run]));

const rounded = (value: number): number => Math.round(value * 100) / 100;

main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(stopAll);
