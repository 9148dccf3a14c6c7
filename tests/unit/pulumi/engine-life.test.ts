import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { engineAddress } from "../../../provider/pulumi/engine-life";

const run = promisify(execFile);
const root = join(__dirname, "..", "..", "..");
const modulePath = join(root, "provider", "pulumi", "engine-life.ts");

describe("engine-life", function () {
  this.timeout(60_000);
  let listening: Server;
  let address = "";
  before(async () => {
    listening = createServer().listen(0, "127.0.0.1");
    await once(listening, "listening");
    const at = listening.address();
    address = `127.0.0.1:${typeof at === "object" ? at?.port : ""}`;
  });
  after(() => listening.close());

  for (const { words, want } of [
    { words: ["127.0.0.1:1"], want: "127.0.0.1:1" },
    { words: ["--logtostderr", "-v=9", "127.0.0.1:1"], want: "127.0.0.1:1" },
    { words: ["--tracing", "tcp://127.0.0.1:2", "127.0.0.1:1"], want: "127.0.0.1:1" },
    { words: ["--logtostderr"], want: undefined },
    { words: [], want: undefined },
  ])
    it(`finds the engine in "${words.join(" ")}"`, () => assert.equal(engineAddress(words), want));

  /** A plugin, started by a shell that ends at once, before the plugin can ask for its parent, or some seconds later. */
  async function orphan(engine?: string, seconds = 0): Promise<number> {
    const program = `require(${JSON.stringify(modulePath)}).endWithEngine(${JSON.stringify(engine) ?? ""}); setTimeout(() => {}, 50_000);`;
    const start = '"$1" -r ts-node/register/transpile-only -e "$2" >/dev/null 2>&1 & echo $!; sleep "$3"';
    const { stdout } = await run("sh", ["-c", start, "sh", process.execPath, program, String(seconds)], { cwd: root });
    return Number(stdout.trim());
  }

  async function endsWithin(pid: number, ms: number): Promise<boolean> {
    for (const deadline = Date.now() + ms; Date.now() < deadline; await sleep(50)) if (!isRunning(pid)) return true;
    return false;
  }

  it("ends a plugin whose engine died before it could look", async () => {
    const closed = createServer().listen(0, "127.0.0.1");
    await once(closed, "listening");
    const at = closed.address();
    const dead = `127.0.0.1:${typeof at === "object" ? at?.port : ""}`;
    closed.close();
    await once(closed, "close");
    const pid = await orphan(dead);
    const isOver = await endsWithin(pid, 30_000);
    if (!isOver) process.kill(pid, "SIGKILL");
    assert.ok(isOver);
  });

  for (const [what, engine] of [
    ["was started by hand, when its shell ends", undefined],
    ["has an address that cannot be read", "tcp://127.0.0.1:2"],
  ] as const)
    it(`leaves a plugin alone that ${what}`, async () => {
      const pid = await orphan(engine, engine === undefined ? 5 : 0);
      const isOver = await endsWithin(pid, 5_000);
      if (!isOver) process.kill(pid, "SIGKILL");
      assert.ok(!isOver);
    });

  it("leaves a plugin alone whose engine is there, whoever started it", async () => {
    const asked = once(listening, "connection");
    const pid = await orphan(address);
    await asked;
    const isOver = await endsWithin(pid, 1_000);
    if (!isOver) process.kill(pid, "SIGKILL");
    assert.ok(!isOver);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
