// A process that makes a cache entry, for the tests of what happens when several do and when one is ended.
import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { obtainOnce } from "../../tools/obtain/cache";
import { runLogged } from "../../tools/obtain/child";

const [behaviour = "", trace = ""] = process.argv.slice(2);

const makers: Readonly<Record<string, (directory: string) => Promise<void>>> = {
  /** Takes long enough for another process to come along. */
  make: async (directory) => {
    appendFileSync(trace, `${process.pid}\n`);
    writeFileSync(join(directory, "first"), "1");
    await sleep(200);
    writeFileSync(join(directory, "second"), "2");
  },
  /** Begins and never ends; says so. */
  hang: async (directory) => {
    writeFileSync(join(directory, "first"), "1");
    process.stdout.write("begun\n");
    await sleep(60_000);
  },
  /** Has a child that has a child, whose process id it writes down. */
  spawn: (directory) => {
    const script = 'sleep 60 & echo $! > "$0"; wait';
    return runLogged({ command: "sh", args: ["-c", script, trace], cwd: directory, log: "spawn" });
  },
};

const make = makers[behaviour];
if (make === undefined) throw new Error(`unknown behaviour ${behaviour}`);
obtainOnce({ name: "thing", version: "1" }, make).then(
  (path) => process.stdout.write(`${path}\n`),
  (error: unknown) => {
    process.stderr.write(String(error));
    process.exitCode = 3;
  },
);
