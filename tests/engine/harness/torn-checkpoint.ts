import { copyFileSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Stack } from "./stack";

/**
 * An engine that dies while it writes a state to a file leaves a part of it, or of what is written about it beside it, which no
 * engine reads any more ("failed to load checkpoint"). Puts back the copy that it made before, as a user has to.
 */
export function restoreTornCheckpoint({ directory }: Stack): void {
  const stacks = join(directory, "state", ".pulumi", "stacks");
  const files = readdirSync(stacks, { recursive: true, encoding: "utf8" }).map((file) => join(stacks, file));
  for (const file of files.filter((name) => name.endsWith(".attrs") && !isWhole(name))) rmSync(file);
  for (const file of files.filter((name) => name.endsWith(".json") && !isWhole(name)))
    copyFileSync(`${file}.bak`, file);
}

function isWhole(file: string): boolean {
  try {
    JSON.parse(readFileSync(file, "utf8"));
    return true;
  } catch {
    return false;
  }
}
