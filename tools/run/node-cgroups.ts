import { existsSync, mkdirSync, readFileSync, readdirSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { waitSync } from "./pause";

const mountPoint = "/sys/fs/cgroup";

/** The cgroup below which a node keeps its pods, as kubelet's cgroupRoot wants it. */
export const nodeCgroup = (index: number): string => `/fm-node${index}`;

/** kubelet demands that its root exists in every hierarchy before it starts. */
export function makeNodeCgroups(index: number): void {
  for (const root of hierarchies()) {
    const group = join(root, nodeCgroup(index));
    mkdirSync(group, { recursive: true });
    // In version 1 a new cpuset is empty, and no process can enter it until both files are filled.
    for (const file of ["cpuset.cpus", "cpuset.mems"]) {
      if (root !== mountPoint && existsSync(join(group, file)))
        writeFileSync(join(group, file), readFileSync(join(root, file)));
    }
  }
}

/** Waits for the kernel to empty the groups: it ends the processes of a PID namespace a moment after the first one. */
export function removeNodeCgroups(index: number): void {
  const groups = hierarchies().map((root) => join(root, nodeCgroup(index)));
  const removed = waitSync(10_000, () => groups.map(removeGroup).every(Boolean));
  if (!removed) throw new Error(`cgroups ${nodeCgroup(index)} still hold processes after 10 s`);
}

function removeGroup(group: string): boolean {
  if (!existsSync(group)) return true;
  try {
    for (const entry of readdirSync(group, { withFileTypes: true }))
      if (entry.isDirectory() && !removeGroup(join(group, entry.name))) return false;
    rmdirSync(group);
    return true;
  } catch {
    return false; // busy, or a child went away while we looked
  }
}

/** One directory per hierarchy in version 1; the mount point itself in version 2. */
function hierarchies(): readonly string[] {
  if (existsSync(join(mountPoint, "cgroup.controllers"))) return [mountPoint];
  return readdirSync(mountPoint, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(mountPoint, entry.name))
    .filter((directory) => existsSync(join(directory, "cgroup.procs")));
}
