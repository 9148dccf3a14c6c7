import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type StackOptions } from "./stack";

type Program = Pick<StackOptions, "language" | "files">;

const name = "guide";

/** How a block of a guide becomes a program. */
const languages: Readonly<Record<string, (block: string) => Program>> = {
  yaml: (block) => ({ language: "yaml", files: { "Pulumi.yaml": { name, runtime: "yaml", ...Object(parse(block)) } } }),
  ts: (block) => ({
    language: "nodejs",
    files: {
      "Pulumi.yaml": { name, runtime: "nodejs" },
      "package.json": { name },
      "tsconfig.json": {
        compilerOptions: { strict: true, target: "es2020", module: "commonjs", moduleResolution: "node" },
        files: ["index.ts"],
      },
      "index.ts": block,
    },
  }),
  py: (block) => ({
    language: "python",
    files: { "Pulumi.yaml": { name, runtime: "python" }, "__main__.py": block },
  }),
};

export const guideLanguages = Object.keys(languages);

/** The first program in a language that stands in a page of docs/guides. */
export function guideProgram(guide: string, language: string): Program {
  const text = readFileSync(join(__dirname, "../../../docs/guides", `${guide}.md`), "utf8");
  const [, block] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text) ?? [];
  const program = languages[language] ?? assert.fail(`no such language: ${language}`);
  return program(block ?? assert.fail(`no ${language} in ${guide}`));
}
