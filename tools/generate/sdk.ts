import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { findSdkGenerator, obtainSdkGenerator } from "../obtain/pulumi";
import { type GeneratedFiles, type Generator } from "./generator";
import { nodejsPackageFile } from "./nodejs-package-file";
import { root } from "./root";

const run = promisify(execFile);

const languages = ["nodejs", "python", "go"] as const;

/** Files that the SDK generator writes and that do not stay as they are. */
const revisions: Readonly<Record<string, (text: string) => string>> = { "sdk/nodejs/package.json": nodejsPackageFile };

/** The SDKs, from schema.json by the engine's own code generators. sdk/go/go.mod is kept by hand. */
export const sdks: Generator = {
  name: "sdk",
  owns: ["sdk/nodejs/", "sdk/python/", "sdk/go/functionmesh/", "sdk/go/.gitattributes"],
  lacks: async () =>
    (await findSdkGenerator()) === undefined
      ? "the SDK generator is not built here: `npm run generate` builds it"
      : undefined,
  generate: async () => {
    const generator = await obtainSdkGenerator();
    const directory = await mkdtemp(join(tmpdir(), "function-mesh-sdk-"));
    try {
      for (const language of languages) {
        await run(generator, [join(root, "schema.json"), language, join(directory, language)]);
      }
      return await readSdks(directory);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  },
};

async function readSdks(directory: string): Promise<GeneratedFiles> {
  const files = new Map<string, string>();
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = join("sdk", relative(directory, file));
    const text = await readFile(file, "utf8");
    files.set(path, revisions[path]?.(text) ?? text);
  }
  return files;
}
