import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { entryPath, findEntry, obtainOnce } from "../../tools/obtain/cache";

const entry = { name: "thing", version: "1" };

describe("the cache of tools", () => {
  let cache = "";
  const before = process.env["FUNCTION_MESH_CACHE"];

  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), "function-mesh-cache-"));
    process.env["FUNCTION_MESH_CACHE"] = cache;
  });
  afterEach(() => {
    if (before === undefined) delete process.env["FUNCTION_MESH_CACHE"];
    else process.env["FUNCTION_MESH_CACHE"] = before;
    rmSync(cache, { recursive: true, force: true });
  });

  const trace = (): string => join(cache, "..", `${cache.slice(cache.lastIndexOf("/") + 1)}.trace`);
  afterEach(() => rmSync(trace(), { force: true }));

  const start = (behaviour: string): ChildProcess =>
    spawn(
      process.execPath,
      ["--require", "ts-node/register/transpile-only", join(__dirname, "obtain-maker.ts"), behaviour, trace()],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
  const begun = async (child: ChildProcess): Promise<void> => {
    assert(child.stdout);
    await once(child.stdout, "data");
  };
  /** Entries, finished or not: everything but the folders for locks and logs. */
  const entries = (): string[] => readdirSync(cache).filter((name) => name !== "lock" && name !== "log");

  it("keys an entry by name, version and digest", () => {
    assert.equal(entryPath({ ...entry, key: "0123456789abcdef" }), join(cache, "thing-1-0123456789ab"));
  });

  it("makes an entry once and finds it again", async () => {
    let made = 0;
    const make = (directory: string): Promise<void> => {
      made++;
      writeFileSync(join(directory, "file"), "content");
      return Promise.resolve();
    };
    const [first, second] = await Promise.all([obtainOnce(entry, make), obtainOnce(entry, make)]);
    assert.equal(first, second);
    assert.equal(await obtainOnce(entry, make), first);
    assert.equal(made, 1);
    assert.equal(findEntry(entry), first);
    assert.deepEqual(readdirSync(first), ["file"]);
  });

  it("leaves nothing of a maker that fails, and tries again when asked again", async () => {
    const fail = (): Promise<void> => Promise.reject(new Error("no"));
    await assert.rejects(obtainOnce(entry, fail), /^Error: no$/);
    assert.deepEqual(entries(), []);
    assert.deepEqual(readdirSync(join(cache, "lock")), []);
    await obtainOnce(entry, () => Promise.resolve());
    assert.deepEqual(entries(), ["thing-1"]);
  });

  it("lets only one of two processes make an entry", async () => {
    const processes = [start("make"), start("make")];
    const codes = await Promise.all(processes.map(async (child) => (await once(child, "exit"))[0]));
    assert.deepEqual(codes, [0, 0]);
    assert.equal(readFileSync(trace(), "utf8").trim().split("\n").length, 1);
    assert.deepEqual(readdirSync(entryPath(entry)).sort(), ["first", "second"]);
    assert.deepEqual(entries(), ["thing-1"]);
  });

  it("cleans up behind a maker that was killed", async () => {
    const child = start("hang");
    await begun(child);
    child.kill("SIGKILL");
    await once(child, "exit");
    assert.equal(findEntry(entry), undefined);
    assert.match(entries().join(), /^thing-1\.making\./);
    await obtainOnce(entry, () => Promise.resolve());
    assert.deepEqual(entries(), ["thing-1"]);
    assert.deepEqual(readdirSync(join(cache, "lock")), []);
  });

  it("ends the children of a maker that is told to end, and its half-made entry", async () => {
    const child = start("spawn");
    while (!existsSync(trace()) || readFileSync(trace(), "utf8") === "") await sleep(20);
    const grandchild = Number(readFileSync(trace(), "utf8"));
    child.kill("SIGTERM");
    assert.deepEqual(await once(child, "exit"), [null, "SIGTERM"]);
    assert.deepEqual(entries(), []);
    const isGone = (): boolean => !existsSync(`/proc/${grandchild}`) || isZombie(grandchild);
    assert(process.platform !== "linux" || isGone(), "the child's own child still runs");
  });

  it("breaks the lock of a process that is gone", async () => {
    mkdirSync(join(cache, "lock"));
    writeFileSync(join(cache, "lock", "thing-1"), `${process.pid} 1\n`); // this process's id, another's start
    await obtainOnce(entry, () => Promise.resolve());
    assert.deepEqual(readdirSync(join(cache, "lock")), []);
  });
});

const isZombie = (pid: number): boolean => readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
