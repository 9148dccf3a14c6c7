import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";

/** SHA-256 of texts, told apart by their lengths so that ["ab", "c"] and ["a", "bc"] differ. */
export function digestOf(...texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${Buffer.byteLength(text)}\n`).update(text);
  return hash.digest("hex");
}

/** SHA-256 of a file's content, read in pieces: some are hundreds of megabytes. */
export async function digestOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest("hex");
}

/** SHA-256 of the names and contents of a small source tree's files. */
export async function digestOfSources(directory: string): Promise<string> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  return digestOf(...files.flatMap((file, index) => [file.slice(directory.length), texts[index] ?? ""]));
}

/** Fails unless the file is the one that was pinned. */
export async function checkDigest(path: string, expected: string): Promise<void> {
  const actual = await digestOfFile(path);
  if (actual !== expected) throw new Error(`${basename(path)} has sha256 ${actual}, expected ${expected}`);
}
