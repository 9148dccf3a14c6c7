import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { obtainPulumi } from "../../../tools/obtain/pulumi";
import { identify, signalProcess } from "../../../tools/run/process-identity";
import { processesOf } from "../../tools/run-traces";

/** A user of this machine without any rights, who has a checkout, a home and a cache of its own. */
export interface OrdinaryUser {
  /** Belongs to the user; all the rest is below it. */
  readonly directory: string;
  readonly home: string;
  /** Starts a program in the checkout. */
  start(command: readonly string[], variables: Readonly<Record<string, string>>): ChildProcess;
  /** Ends what a failed test has left running, and deletes all that belongs to the user. */
  remove(): void;
}

const root = join(__dirname, "../../..");
/** Nobody, as Linux numbers it. */
const id = { uid: 65534, gid: 65534 } as const;
const leftOut = new Set(["node_modules", ".git", "dist", "sdk/nodejs/bin", "sdk/nodejs/dist"]);

export async function makeOrdinaryUser(): Promise<OrdinaryUser> {
  const { bin } = await obtainPulumi();
  const directory = mkdtempSync(join(tmpdir(), "ordinary-user-"));
  const checkout = join(directory, "checkout");
  const home = join(directory, "home");
  const pulumi = join(directory, "pulumi");
  cpSync(root, checkout, { recursive: true, filter: (from) => !leftOut.has(relative(root, from)) });
  mkdirSync(join(home, ".kube"), { recursive: true });
  execFileSync("chown", ["-R", `${id.uid}:${id.gid}`, directory]);
  // What is only read is linked, and stays root's: it may be where others cannot look.
  link(join(root, "node_modules"), join(checkout, "node_modules"));
  link(bin, pulumi);
  return {
    directory,
    home,
    start: ([program = "", ...args], variables) =>
      spawn(program, args, {
        ...id,
        cwd: checkout,
        env: { PATH: process.env["PATH"], HOME: home, FUNCTION_MESH_PULUMI_BIN: pulumi, ...variables },
        stdio: ["ignore", "pipe", "pipe"],
      }),
    remove: () => {
      for (const process of processesOf(directory).map(identify)) {
        if (process !== undefined) signalProcess(process, "SIGKILL");
      }
      rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Links files where they are on one file system, and copies them otherwise. */
function link(from: string, to: string): void {
  try {
    execFileSync("cp", ["--archive", "--link", from, to], { stdio: "ignore" });
  } catch {
    execFileSync("cp", ["--archive", from, to]);
  }
}
