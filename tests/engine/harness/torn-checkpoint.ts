import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Stack } from "./stack";

/**
 * An engine that dies while it writes a state to a file leaves a part of it, which no engine reads any more ("failed to load
 * checkpoint: EOF"). Puts back the copy that it made before, as a user has to; says whether that was needed.
 */
export function restoreTornCheckpoint({ directory }: Stack): boolean {
  const stacks = join(directory, "state", ".pulumi", "stacks");
  const files = readdirSync(stacks, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json"));
  const torn = files.map((file) => join(stacks, file)).filter((file) => !isWhole(file));
  for (const file of torn) {
    copyFileSync(`${file}.bak`, file);
    copyFileSync(`${file}.bak.attrs`, `${file}.attrs`);
  }
  return torn.length > 0;
}

function isWhole(file: string): boolean {
  try {
    JSON.parse(readFileSync(file, "utf8"));
    return true;
  } catch {
    return false;
  }
}
