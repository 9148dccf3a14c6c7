import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { identify } from "../../tools/run/process-identity";

const lines = (text: string): readonly string[] => text.split("\n").filter((line) => line !== "");
const output = (command: string, ...args: readonly string[]): readonly string[] =>
  lines(execFileSync(command, args, { encoding: "utf8" }));

/** Every process whose command line names the directory. */
export function processesOf(directory: string): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map(Number)
    .filter((pid) => commandLine(pid).includes(directory) && identify(pid) !== undefined);
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

/** What a server in the directory has left on the machine: the directory, processes and mounts. */
export function tracesOf(directory: string): readonly string[] {
  return [
    ...(existsSync(directory) ? [directory] : []),
    ...processesOf(directory).map((pid) => `${pid} ${commandLine(pid).replaceAll("\0", " ").slice(0, 150)}`),
    ...lines(readFileSync("/proc/self/mountinfo", "utf8")).filter((line) => line.includes(directory)),
  ];
}

/** What the node with that index has left: links, routes, namespace, mounts, cgroups. */
export function tracesOfNode(index: number): readonly string[] {
  const name = `fm-node${index}`;
  const hierarchies = readdirSync("/sys/fs/cgroup").map((hierarchy) => join("/sys/fs/cgroup", hierarchy, name));
  return [
    ...output("ip", "-oneline", "link").filter((line) => line.includes(`fmv${index}`)),
    ...output("ip", "route").filter((line) => line.includes(`10.200.${index}.`)),
    ...output("ip", "netns").filter((line) => line.startsWith(name)),
    ...lines(readFileSync("/proc/self/mountinfo", "utf8")).filter((line) => line.includes(name)),
    ...[join("/sys/fs/cgroup", name), ...hierarchies].filter((group) => existsSync(group)),
  ];
}

/** Settings of the machine's kernel, without those that count something or belong to a link of a node. */
export function kernelSettings(): ReadonlyMap<string, string> {
  const volatile =
    /^(fs\.(dentry|inode|file-nr|aio-nr|quota)|kernel\.(random|ns_last_pid|pty\.nr|perf)|net\..*\.(fm\w+)\.|net\.netfilter\.nf_conntrack_count)/;
  const { stdout } = {
    stdout: execFileSync("sysctl", ["-a"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
  };
  return new Map(
    lines(stdout)
      .filter((line) => !volatile.test(line))
      .map((line) => [line.slice(0, line.indexOf(" = ")), line.slice(line.indexOf(" = ") + 3)]),
  );
}

/** The settings that differ; one that is new because a kernel module was loaded does not count. */
export function changedSettings(before: ReadonlyMap<string, string>): readonly string[] {
  const now = kernelSettings();
  return [...before]
    .filter(([name, value]) => now.get(name) !== value)
    .map(([name, value]) => `${name}: ${value} -> ${now.get(name)}`);
}

/** Waits until the condition holds; a failure shows what it still saw. */
export async function eventually<T>(look: () => T | Promise<T>, holds: (seen: T) => boolean, seconds = 20): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > end) throw new Error(`still after ${seconds} s: ${JSON.stringify(seen, null, 1)}`);
    await sleep(50);
  }
}
