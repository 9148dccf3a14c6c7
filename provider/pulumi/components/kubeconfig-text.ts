import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { isMap, parseDocument, visit } from "yaml";

/** A kubeconfig's text, or why there is none; `mayCome` where the program itself may still write the file. */
export type KubeconfigText =
  { readonly text: string } | { readonly text: undefined; readonly reason: string; readonly mayCome: boolean };

/** Reads a kubeconfig that is given as text or as the path of a file. `~/` is the home folder, as in a shell. */
export function kubeconfigText(value: string): KubeconfigText {
  if (value.includes("\n") || value.trimStart().startsWith("{")) return { text: value };
  const path = resolve(value.startsWith("~/") ? join(homedir(), value.slice(2)) : value);
  try {
    return { text: withAbsolutePaths(readFileSync(path, "utf8"), dirname(path)) };
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, "code") : error;
    const mayCome = code === "ENOENT";
    const reason = mayCome
      ? "there is no file at that path, and it is no kubeconfig text either"
      : `the file ${path} cannot be read (${String(code)})`;
    return { text: undefined, reason, mayCome };
  }
}

const fileKeys: ReadonlySet<unknown> = new Set([
  "certificate-authority",
  "client-certificate",
  "client-key",
  "tokenFile",
]);

/** Files that a kubeconfig names are meant from its own folder, which its text alone does not tell. */
function withAbsolutePaths(text: string, folder: string): string {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return text;
  let isChanged = false;
  visit(document, {
    Pair(_, { key, value }) {
      const name: unknown = Reflect.get(Object(key), "value");
      const path: unknown = Reflect.get(Object(value), "value");
      if (typeof path !== "string" || path === "" || path.startsWith("/")) return;
      // A command without a folder is looked for on the PATH.
      if (!fileKeys.has(name) && !(name === "command" && path.includes("/"))) return;
      Reflect.set(Object(value), "value", resolve(folder, path));
      isChanged = true;
    },
  });
  return isChanged ? document.toString() : text;
}
