import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import type { ConfigFileSpec } from "../../provider/model/config-file";
import { planConfigFile } from "../../provider/model/operator/plan-config-file";
import { manifest } from "../unit/cli/sample-files";
import { run, schema } from "../unit/cli/memory-terminal";

interface GuideProgram {
  readonly configuration: object;
  readonly resources: {
    readonly orders: { readonly properties: ConfigFileSpec & Required<Pick<ConfigFileSpec, "files">> };
  };
}

const root = join(__dirname, "../..");
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];
const textOf = (page: string): string => readFileSync(join(root, page), "utf8");

interface Command {
  readonly page: string;
  readonly line: string;
}

/** The lines of a page that are for a shell. */
const shellLines = (page: string): readonly Command[] =>
  [...textOf(page).matchAll(/^ *```sh\n([\s\S]*?)^ *```$/gm)].flatMap(([, block = ""]) =>
    block
      .split("\n")
      .map((line) => line.replace(/\s+#.*$/, "").trim())
      .filter((line) => line !== "")
      .map((line) => ({ page, line })),
  );

const commands = pages.flatMap(shellLines);
const ours = /^(?:npm run -s function-mesh -- |function-mesh )([^|>]*)/;

/** `npm run <script>` anywhere, in tables and sentences too. */
const scriptsOf = (page: string): readonly string[] =>
  [...textOf(page).matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, script = ""]) => script);

describe("documented commands", function () {
  this.timeout(60_000);

  for (const { page, line } of commands.filter((command) => ours.test(command.line))) {
    it(`${page}: ${line}`, () => {
      const args = (ours.exec(line)?.[1] ?? "").trim().split(/ +/);
      const files = args.filter((arg) => arg.endsWith(".yaml"));
      const ran = run(args, Object.fromEntries(files.map((file, index) => [file, manifest(`member-${index}`)])));
      // The files are not the same, and `diff` ends as diff(1) does.
      assert.equal(ran.code, args[0] === "diff" ? 1 : 0, `${ran.out}${ran.err}`);
    });
  }

  it("of the command line are all that it has", () => {
    const table = [...textOf("docs/guides/command-line.md").matchAll(/^\| `(\w+)[^`]*` \|/gm)].map(([, name]) => name);
    const help = run(["--help"]).out;
    for (const name of new Set(table)) assert.match(help, new RegExp(`^ {2}${name}\\b`, "m"));
  });

  it("take the mesh that the guide shows", () => {
    const [, text = ""] = /```yaml\n(# orders\.yaml\n[\s\S]*?)```/.exec(textOf("docs/guides/command-line.md")) ?? [];
    // Code is read from the disk, beside the file.
    const directory = mkdtempSync(join(tmpdir(), "function-mesh-docs-"));
    writeFileSync(join(directory, "enrich.py"), "def process(input): return input");
    const file = join(directory, "orders.yaml");
    for (const args of [["validate"], ["graph"], ["graph", "--format", "dot"], ["render"], ["validate", "--json"]]) {
      const ran = run([...args, file], { [file]: text });
      assert.equal(ran.code, 0, `${ran.out}${ran.err}`);
    }
    rmSync(directory, { recursive: true });
  });

  it("go with a program that is whole, and that takes all its files", () => {
    const [, text = ""] = /```yaml\n(name: [\s\S]*?)```/.exec(textOf("docs/guides/moving-from-the-operator.md")) ?? [];
    const program: GuideProgram = parse(text);
    const { properties } = program.resources.orders;
    const known = schema.resources["function-mesh:index:ConfigFile"]?.inputProperties ?? {};
    assert.deepEqual(
      Object.keys(properties).filter((field) => !Object.hasOwn(known, field)),
      [],
    );
    const used = [...JSON.stringify(properties).matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
    assert.deepEqual(used.sort(), Object.keys(program.configuration).sort());

    const backend = manifest("backend-config")
      .replace(/kind: Function/, "kind: BackendConfig")
      .replace(/spec:[^]*/, "");
    const texts = [manifest("enrich"), `${backend}spec: { env: { REGION: east } }`];
    const files = properties.files.map((file, index) => ({ file, text: texts[index] ?? "" }));
    const { plans, problems } = planConfigFile("orders", files, properties);
    assert.deepEqual(problems, []);
    assert.deepEqual(plans[0]?.members[0]?.sharedEnv, { REGION: "east" });
  });

  it("name scripts of the package that there are", () => {
    const { scripts }: { readonly scripts: object } = JSON.parse(textOf("package.json"));
    const missing = pages.flatMap((page) =>
      scriptsOf(page)
        .filter((script) => !Object.hasOwn(scripts, script))
        .map((script) => `${page}: npm run ${script}`),
    );
    assert.deepEqual(missing, []);
  });

  it("point to pages that there are", () => {
    const dangling = pages.flatMap((page) =>
      [...textOf(page).matchAll(/\]\((?!https?:)([^)#\s]+)/g)]
        .map(([, target = ""]) => join(page, "..", target))
        .filter((target) => !existsSync(join(root, target)))
        .map((target) => `${page}: ${target}`),
    );
    assert.deepEqual(dangling, []);
  });
});
