import { resolve } from "node:path";

/** Files that a call names, each once: patterns such as `*.yaml` name one that stands beside them again, and nobody means it twice. */
export const distinctFiles = (files: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  return files.filter((file) => {
    const identity = file === "-" ? file : resolve(file);
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
};
