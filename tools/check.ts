import { availableParallelism } from "node:os";
import { commandSteps } from "./check/commands";
import { generatedFilesSteps } from "./check/generated-files";
import { type Step, type StepResult } from "./check/step";
import { trackedFilesStep } from "./check/tracked-files";

interface Outcome {
  readonly step: Step;
  readonly result: StepResult;
}

/** `npm run check`: everything that needs no tests; as many steps at once as there are cores. */
async function main(): Promise<void> {
  const waiting = [...commandSteps, ...generatedFilesSteps, trackedFilesStep];
  const outcomes: Outcome[] = [];
  const work = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) outcomes.push(await runStep(step));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  for (const { step, result } of outcomes) {
    if (result.kind !== "failed") continue;
    console.log(`\n${step.name}:\n${result.report}`);
    process.exitCode = 1;
  }
}

async function runStep(step: Step): Promise<Outcome> {
  const start = Date.now();
  const result = await step.run().catch((error: unknown): StepResult => ({ kind: "failed", report: messageOf(error) }));
  const reason = result.kind === "skipped" ? `: ${result.reason}` : "";
  console.log(`${result.kind.padEnd(7)} ${step.name} (${((Date.now() - start) / 1000).toFixed(1)} s)${reason}`);
  return { step, result };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

void main();
