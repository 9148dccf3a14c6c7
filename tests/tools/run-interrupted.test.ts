import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { registryDirectory, type RunRecord } from "../../tools/run/registry";
import { removeLeftovers } from "../../tools/run/started";
import { eventually, processesOf, tracesOf, tracesOfNode } from "./run-traces";

const main = join(__dirname, "../../tools/run/main.ts");

interface Started {
  readonly child: ChildProcess;
  /** Holds the directory of the server and nothing else. */
  readonly parent: string;
  isReady(): boolean;
}

const children: ChildProcess[] = [];

/** Starts a server by the command, in a process of its own. */
function start(...args: readonly string[]): Started {
  const parent = mkdtempSync(join(tmpdir(), "fm-test-"));
  const command = ["--require", "ts-node/register/transpile-only", main, ...args];
  const child = spawn(process.execPath, command, {
    env: { ...process.env, TMPDIR: parent, DISABLE_V8_COMPILE_CACHE: "1" }, // ts-node's cache would be put there
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  let output = "";
  child.stdout.on("data", (text: Buffer) => (output += text.toString()));
  child.stderr.on("data", (text: Buffer) => (output += text.toString()));
  return { child, parent, isReady: () => output.includes("running") };
}

/** Its directory is the first thing that a server makes. */
const hasBegun = ({ parent }: Started): boolean => readdirSync(parent).length > 0;

/** The node that the server has claimed by now; other sessions may have nodes of their own. */
function nodeOf({ parent }: Started): number | undefined {
  const files = readdirSync(registryDirectory()).filter((file) => file.endsWith(".json"));
  const texts = files.map((file) => readText(join(registryDirectory(), file))).filter((text) => text !== "");
  const records = texts.map((text) => JSON.parse(text) as RunRecord);
  return records.find(({ directory }) => directory.startsWith(parent))?.nodeIndex;
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // removed by its owner in between
  }
}

/** Ends the process and returns the node that it had claimed until then. */
async function endBy(signal: NodeJS.Signals, started: Started): Promise<number | undefined> {
  const ended = once(started.child, "exit");
  let node = nodeOf(started);
  started.child.kill(signal);
  const looking = setInterval(() => (node ??= nodeOf(started)), 10);
  await ended;
  clearInterval(looking);
  return node;
}

const tracesOfNodeIfAny = (index: number | undefined): readonly string[] =>
  index === undefined ? [] : tracesOfNode(index);

describe("tools/run, interrupted", function () {
  this.timeout(120_000);
  before(function () {
    if (process.platform !== "linux" || process.getuid?.() !== 0) this.skip();
  });

  after(() => {
    for (const child of children) child.kill("SIGTERM"); // those of failed tests
  });

  for (const milliseconds of [0, 150, 1200, 2400]) {
    it(`leaves nothing of a node when told to end ${milliseconds} ms after it began to start`, async () => {
      const started = start("node", "early");
      await eventually(() => hasBegun(started), Boolean);
      await sleep(milliseconds);
      const node = await endBy("SIGTERM", started);
      assert.deepEqual(
        [...readdirSync(started.parent), ...processesOf(started.parent), ...tracesOfNodeIfAny(node)],
        [],
      );
      rmSync(started.parent, { recursive: true });
    });
  }

  it("cleans up after a process that was killed, and touches nothing of one that lives", async () => {
    const dead = [start("node", "killed"), start("pulsar", "killed")];
    const alive = start("kubernetes", "alive", "--nodes=0");
    for (const started of [...dead, alive]) await eventually(started.isReady, Boolean, 60);
    const before = processesOf(alive.parent);
    assert.notEqual(before.length, 0);

    const [node] = await Promise.all(dead.map((started) => endBy("SIGKILL", started)));
    // The kernel ends the servers with their owner; what is not a process stays until the next run.
    await eventually(
      () => dead.flatMap(({ parent }) => processesOf(parent)),
      (left) => left.length === 0,
      5,
    );
    assert.notDeepEqual(tracesOfNodeIfAny(node), []);
    await removeLeftovers();
    assert.deepEqual([...dead.flatMap(({ parent }) => readdirSync(parent)), ...tracesOfNodeIfAny(node)], []);

    assert.deepEqual(processesOf(alive.parent), before);
    await endBy("SIGINT", alive);
    assert.deepEqual(readdirSync(alive.parent), []);
    for (const { parent } of [...dead, alive]) {
      rmSync(parent, { recursive: true });
      assert.deepEqual(tracesOf(parent), []);
    }
  });
});
