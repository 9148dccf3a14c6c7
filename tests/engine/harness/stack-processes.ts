import { readdirSync, readFileSync } from "node:fs";
import { identify, type ProcessIdentity, signalProcess } from "../../../tools/run/process-identity";
import { type Stack } from "./stack";

/** What of a run is ended: our plugin alone, or the engine with all its plugins. */
export type Victim = "plugin" | "engine";

/** Ends processes of a stack's run as a crash, or the end of the machine, does. */
export function killProcessesOf(stack: Stack, victim: Victim): void {
  for (const found of processesOf(stack, victim === "plugin" ? "provider.js" : "")) signalProcess(found, "SIGKILL");
}

/** Processes in whose environment a run of the stack put its home. */
const processesOf = ({ directory }: Stack, command: string): readonly ProcessIdentity[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => textOf(pid, "environ").includes(`PULUMI_HOME=${directory}/`))
    .filter((pid) => textOf(pid, "cmdline").includes(command))
    .flatMap((pid) => identify(Number(pid)) ?? []);

function textOf(pid: string, file: "cmdline" | "environ"): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return ""; // it has ended
  }
}
