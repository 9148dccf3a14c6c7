import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { MemberPlan } from "../../model/plan";
import type { Problem } from "../../model/problem";
import { AssetValue } from "../../model/asset-value";

/** The text of a member's local code, or what is wrong with it; undefined when its code is in the image. */
export function memberCode(member: MemberPlan): string | Problem | undefined {
  const asset: unknown = member.kind === "function" ? member.spec.python?.code : undefined;
  if (!(asset instanceof AssetValue)) return undefined;
  const path = member.path === "" ? "python.code" : `${member.path}.python.code`;
  if (asset.text !== undefined) return asset.text;
  if (asset.path === undefined) {
    return problem(path, `${asset.uri ?? "the asset"} is not a file or a text`, "use a FileAsset or a StringAsset");
  }
  return fileText(asset.path, asset.hash, path);
}

/**
 * The engine starts the plugin in the program's directory, which relative paths are meant from. A plugin that was attached
 * runs elsewhere: the hash, which the engine takes of the right file, then tells a wrong one.
 */
function fileText(file: string, hash: string | undefined, path: string): string | Problem {
  const absolute = resolve(file);
  try {
    const content = readFileSync(absolute);
    if (hash !== undefined && createHash("sha256").update(content).digest("hex") !== hash) {
      return problem(path, `${absolute} is not the file that the program means`, "use an absolute path");
    }
    return content.toString("utf8");
  } catch (error) {
    const code = error instanceof Error ? String(Reflect.get(error, "code") ?? error.message) : String(error);
    return problem(path, `${absolute} cannot be read (${code})`, "paths are relative to the program's directory");
  }
}

const problem = (path: string, message: string, help: string): Problem => ({
  code: "FM081",
  severity: "error",
  path,
  message,
  help,
});
