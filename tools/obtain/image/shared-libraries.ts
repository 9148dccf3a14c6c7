import { copyFile, mkdir, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { outputOf } from "../child";

/** Every shared library below the directory. */
async function librariesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.so(\.[\d.]+)?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The files that `ldd` names: "libz.so.1 => /lib/…/libz.so.1 (0x…)" and, for the loader, "/lib64/ld-….so.2 (0x…)". */
export function librariesNamed(output: string): string[] {
  const lines = output.split("\n").filter((line) => line.startsWith("\t"));
  return lines.flatMap((line) => /^\t(?:\S+ => )?(\/\S+) \(/.exec(line)?.[1] ?? []);
}

/**
 * Copies the operating system's libraries that the programs and whatever lies beside them need, each to the path
 * where it is looked for. Libraries that come with the trees themselves are left where they are.
 */
export async function copySharedLibraries(root: string, programs: readonly string[]): Promise<void> {
  const files = [...programs, ...(await librariesIn(root))];
  const needed = new Set<string>();
  for (const file of files) for (const name of librariesNamed((await outputOf("ldd", [file])) ?? "")) needed.add(name);
  for (const library of [...needed].sort()) {
    if (library.startsWith(`${root}/`)) continue;
    await mkdir(join(root, dirname(library)), { recursive: true });
    await copyFile(library, join(root, library));
  }
}
