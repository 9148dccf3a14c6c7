import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { connectionless, manifest, mesh } from "../unit/cli/sample-files";

const root = join(__dirname, "..", "..");
const program = join(root, "bin", "function-mesh.js");
const bundle = join(root, "dist", "cli.js");

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly milliseconds: number;
}

/** Runs the command line as a user does. */
function run(args: readonly string[], options: { readonly input?: string; readonly cwd?: string } = {}): Ended {
  const start = Date.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
    ...options,
  });
  return { code: status, out: stdout, err: stderr, milliseconds: Date.now() - start };
}

describe("the command line", () => {
  const directory = mkdtempSync(join(tmpdir(), "function-mesh-cli-"));
  const file = (name: string, text: string): string => {
    writeFileSync(join(directory, name), text);
    return join(directory, name);
  };
  after(() => rmSync(directory, { recursive: true, force: true }));
  before(() => assert.equal(run(["--version"]).code, 0));

  it("is built when it is not there or not current, and says nothing of it on standard output", () => {
    utimesSync(bundle, 0, 0);
    assert.match(run(["--version"]).out, /^\d+\.\d+\.\d+\n$/);
    assert.ok(existsSync(bundle) && statSync(bundle).mtimeMs > 0);
  });

  it("starts fast", () => {
    const target = 300;
    // Five times the target: other tests may run beside this one. The best of three is what it takes.
    const best = (args: readonly string[]) => Math.min(...[1, 2, 3].map(() => run(args).milliseconds));
    assert.ok(best(["--version"]) < 5 * target);
    assert.ok(best(["render", file("fast.yaml", manifest("a"))]) < 5 * target);
  });

  const codes = [
    { name: "done", args: () => ["validate", file("good.yaml", manifest("a"))], code: 0 },
    {
      name: "something in a file is wrong",
      args: () => ["validate", file("bad.yaml", manifest("a", "  replicas: -1\n"))],
      code: 1,
    },
    { name: "not YAML", args: () => ["render", file("bad.yaml", "a: [")], code: 1 },
    { name: "no such file", args: () => ["validate", join(directory, "nowhere.yaml")], code: 2 },
    { name: "a directory", args: () => ["validate", directory], code: 2 },
    { name: "wrong usage", args: () => ["render"], code: 2 },
  ];
  for (const { name, args, code } of codes) {
    it(`ends with ${code}: ${name}`, () => assert.equal(run(args()).code, code));
  }

  it("refuses bytes that are not text", () => {
    const path = join(directory, "bytes");
    writeFileSync(path, Buffer.from([0x61, 0x3a, 0xff, 0xfe]));
    const { code, out } = run(["validate", path]);
    assert.equal(code, 2);
    assert.match(out, /cannot be read: it is not text in UTF-8/);
  });

  it("reads standard input, piece by piece", async () => {
    const child = spawn(process.execPath, [program, "render", "-"], { stdio: ["pipe", "pipe", "inherit"] });
    let out = "";
    child.stdout.on("data", (piece: Buffer) => (out += piece.toString()));
    const text = manifest("a");
    child.stdin.write(text.slice(0, 40));
    setTimeout(() => child.stdin.end(text.slice(40)), 300);
    const code = await new Promise((resolve) => child.on("close", resolve));
    assert.equal(code, 0);
    assert.ok(JSON.parse(out).objects.length > 2);
  });

  it("prints all of a large result into a pipe, and ends quietly when nobody reads on", () => {
    const many = file("many.yaml", Array.from({ length: 300 }, (_, index) => manifest(`m${index}`)).join("---\n"));
    const { code, out } = run(["render", many]);
    assert.equal(code, 0);
    assert.ok(JSON.parse(out).objects.length >= 900);
    const command = `"${process.execPath}" "${program}" render "${many}" | head -c 10`;
    const piped = spawnSync("sh", ["-c", command], { encoding: "utf8" });
    assert.deepEqual({ out: piped.stdout.length, err: piped.stderr }, { out: 10, err: "" });
  });

  it("ends with the command's own code when nobody reads on", () => {
    const bad = file("unread.yaml", manifest("a", "  replicas: -1\n"));
    const command = `"${process.execPath}" "${program}" validate "${bad}" | true; exit "\${PIPESTATUS[0]}"`;
    assert.equal(spawnSync("bash", ["-c", command], { encoding: "utf8" }).status, 1);
  });

  it("says that its output cannot be written, and does not end as if two meshes differed", () => {
    const files = [file("full-a.yaml", manifest("a")), file("full-b.yaml", manifest("b"))];
    const command = `"${process.execPath}" "${program}" diff "${files.join('" "')}" > /dev/full`;
    const { status, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
    assert.deepEqual(
      { status, line: /^error: the output cannot be written: .*\n$/.test(stderr) },
      { status: 2, line: true },
    );
  });

  it("prints a line per file in the order given", () => {
    const files = [file("b.yaml", mesh("    nonsense: 1\n")), file("a.yaml", manifest("a")), file("c.yaml", "")];
    const { code, out } = run(["render", "--batch", ...files]);
    assert.equal(code, 0);
    const lines = out.trimEnd().split("\n");
    assert.deepEqual(
      lines.map((line) => {
        const { file: of, errors } = JSON.parse(line);
        return [of, errors === undefined];
      }),
      [
        [files[0], false],
        [files[1], true],
        [files[2], false],
      ],
    );
  });

  it("prints YAML with the code that stands beside a mesh", () => {
    file("enrich.py", "def process(input):\n    return input + '!'\n");
    const python = `  enrich:
    python: { code: { fn::fileAsset: enrich.py } }
    className: enrich
    input: { topics: [in] }
    output: { topic: enriched }
`;
    const { code, out } = run(["render", "--yaml", file("orders.yaml", mesh(python))], { cwd: tmpdir() });
    assert.equal(code, 0);
    const objects = parseAllDocuments(out).map((document: { toJS(): unknown }) => document.toJS());
    assert.ok(objects.some((object) => JSON.stringify(object).includes("return input + '!'")));
    assert.match(out, /name: orders-enrich\n/);
  });

  it("checks and draws a mesh without connections", () => {
    const path = file("plain.yaml", connectionless());
    assert.equal(run(["validate", path]).code, 0);
    assert.match(run(["graph", path]).out, /^flowchart LR\n/);
  });

  it("runs by npm with nothing else on standard output", () => {
    const args = ["run", "-s", "function-mesh", "--", "explain", "functions.input.topics"];
    const { stdout, status } = spawnSync("npm", args, { cwd: root, encoding: "utf8" });
    assert.equal(status, 0);
    assert.match(stdout, /^functions\.<name>\.input\.topics\n/);
  });

  it("takes files by npm from the folder where it is called", () => {
    file("called.yaml", manifest("called"));
    const args = ["--prefix", root, "run", "-s", "function-mesh", "--", "graph", "called.yaml"];
    const { stdout, stderr } = spawnSync("npm", args, { cwd: directory, encoding: "utf8" });
    assert.match(stdout, /"called<br\/>function"/, stderr);
  });

  const scripts = [
    { name: "another script of the package", script: "deploy", of: root },
    { name: "a script of another package", script: "function-mesh", of: directory },
  ];
  for (const { name, script, of } of scripts) {
    it(`takes files from its own folder where it is called by ${name}`, () => {
      file("package.json", "{}");
      file("own.yaml", manifest("own"));
      const npm = { npm_lifecycle_event: script, npm_package_json: join(of, "package.json"), INIT_CWD: root };
      const options = { cwd: directory, encoding: "utf8", env: { ...process.env, ...npm } } as const;
      const { stdout, stderr } = spawnSync(process.execPath, [program, "graph", "own.yaml"], options);
      assert.match(stdout, /"own<br\/>function"/, stderr);
    });
  }
});
