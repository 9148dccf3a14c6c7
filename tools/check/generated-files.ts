import { type Generator } from "../generate/generator";
import { generators } from "../generate/generators";
import { staleFiles } from "../generate/write-files";
import { resultOf, type Step, type StepResult } from "./step";

/** Each generator's files are as it would write them now. */
export const generatedFilesSteps: readonly Step[] = generators.map((generator) => ({
  name: `generated ${generator.name}`,
  run: () => checkCurrent(generator),
}));

async function checkCurrent(generator: Generator): Promise<StepResult> {
  const lack = await generator.lacks?.();
  if (lack !== undefined) return { kind: "skipped", reason: lack };
  const stale = staleFiles(generator, await generator.generate());
  return resultOf(stale.map((path) => `${path} is not what its sources make: run npm run generate`));
}
