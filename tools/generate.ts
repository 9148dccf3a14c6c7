import { type Generator } from "./generate/generator";
import { generators } from "./generate/generators";
import { writeFiles } from "./generate/write-files";

/** `npm run generate`: writes every generated file. Arguments, if any, are names of the generators to run. */
async function main(names: readonly string[]): Promise<void> {
  for (const generator of generators) {
    if (names.length === 0 || names.includes(generator.name)) await run(generator);
  }
}

async function run(generator: Generator): Promise<void> {
  const files = await generator.generate();
  console.log(`${generator.name}: ${files.size} files, ${writeFiles(generator, files)} written`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
