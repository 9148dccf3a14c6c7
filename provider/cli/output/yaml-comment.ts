import { writeYaml } from "../../model/yaml-text";

/** A value as YAML that readers of YAML skip. */
export const yamlComment = (title: string, value: unknown): string =>
  [title, ...writeYaml([value]).trimEnd().split("\n")].map((line) => `# ${line}\n`).join("");
