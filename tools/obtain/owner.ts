import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process, told apart from a later one with the same id by the time at which it started. */
export interface Owner {
  readonly pid: number;
  readonly start: string;
}

const onLinux = process.platform === "linux";

/** When the process started, in a unit of the platform's; undefined when it is gone or a zombie nobody reaped. */
function startOf(pid: number): string | undefined {
  try {
    if (!onLinux) {
      const text = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
      return text === "" ? undefined : String(Date.parse(text));
    }
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in parentheses and may hold spaces and parentheses itself.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** This process. */
export const self: Owner = { pid: process.pid, start: startOf(process.pid) ?? "unknown" };

/** Whether that very process, not a later one with its id, still runs. */
export const isAlive = (owner: Owner): boolean => startOf(owner.pid) === owner.start;

/** The owner as part of a file name. */
export const ownerSuffix = (owner: Owner): string => `${owner.pid}.${owner.start}`;

/** Reads what {@link ownerSuffix} wrote at the end of a file name. */
export function ownerOfName(name: string): Owner | undefined {
  const match = /\.(\d+)\.(\d+|unknown)$/.exec(name);
  return match?.[1] === undefined || match[2] === undefined ? undefined : { pid: Number(match[1]), start: match[2] };
}
