import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { ConfigFileSpec } from "../../model/config-file";
import type { ManifestText } from "../../model/operator/plan-config-file";
import type { Problem } from "../../model/problem";

/** The manifests that the arguments of a ConfigFile mean, or what is wrong with the arguments. */
export function manifestTexts(
  spec: Pick<ConfigFileSpec, "file" | "files" | "text">,
): readonly ManifestText[] | Problem {
  const [first, second] = sources.filter((source) => spec[source] !== undefined);
  if (first === undefined) return wrong("file", "is missing, and so are `files` and `text`", "state one of the three");
  if (second !== undefined) return wrong(second, `is stated together with \`${first}\``, "keep one of the two");
  if (spec.text !== undefined) return [{ text: spec.text }];
  if (spec.files?.length === 0) return wrong("files", "names no file", "name those with the manifests");
  const texts = spec.file === undefined ? (spec.files ?? []).map(fileOf) : [readText("file", spec.file)];
  return texts.find(isProblem) ?? texts.filter(isText);
}

const sources = ["file", "files", "text"] as const;

const fileOf = (file: string, index: number): ManifestText | Problem => readText(`files[${index}]`, file);

function readText(path: string, file: string): ManifestText | Problem {
  const full = resolve(file);
  try {
    return { file, text: readFileSync(full, "utf8") };
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, "code") : error;
    return wrong(path, `${full} cannot be read (${String(code)})`, "paths are relative to the program's directory");
  }
}

const isProblem = (text: ManifestText | Problem): text is Problem => "severity" in text;
const isText = (text: ManifestText | Problem): text is ManifestText => !isProblem(text);

const wrong = (path: string, message: string, help: string): Problem => ({
  code: "FM083",
  severity: "error",
  path,
  message,
  help,
});
