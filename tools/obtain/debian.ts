import { existsSync, readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { withCacheLock } from "./cache";
import { findOnPath, oneAtATime, outputOf, runLogged } from "./child";
import { interruptible } from "./interrupt";
import { longStep } from "./progress";
import { explaining, Unobtainable } from "./unobtainable";

/** Packages of a real node, by what each is for. */
export const nodePackages = {
  containerd: "runs containers",
  runc: "starts containers",
  "containernetworking-plugins": "gives pods their network",
  iptables: "carries the addresses of Services",
  conntrack: "lets kube-proxy forget connections",
  iproute2: "makes the network namespace of a node",
} as const satisfies Readonly<Record<string, string>>;

/** Packages that other vendors ship under other names: their program is as good, and Debian's would drive it out. */
const programs: Readonly<Partial<Record<string, string>>> = { containerd: "containerd", runc: "runc" };

const policyFile = "/usr/sbin/policy-rc.d";
const oneInstall = oneAtATime();

/** Debian and what descends from it. */
function isDebian(): boolean {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}

/** The packages of the list that are not installed. */
export async function missingDebianPackages(names: readonly string[]): Promise<string[]> {
  const format = "${Package} ${db:Status-Status}\n";
  const installed = new Set<string>();
  for (const name of names) {
    const program = programs[name];
    if (program !== undefined && findOnPath(program) !== undefined) installed.add(name);
    const text = (await outputOf("dpkg-query", ["--show", "--showformat", format, name])) ?? "";
    if (text.split("\n").some((line) => line.endsWith(" installed"))) installed.add(name);
  }
  return names.filter((name) => !installed.has(name));
}

/**
 * Keeps the packages' scripts from starting services while they are installed: a node starts its own containerd, and
 * a machine should not be left with a daemon that nobody asked for. An existing policy is the administrator's and stays.
 */
async function withoutServices(action: () => Promise<void>): Promise<void> {
  if (existsSync(policyFile)) return action();
  await writeFile(policyFile, "#!/bin/sh\nexit 101\n", { mode: 0o755, flag: "wx" });
  try {
    await action();
  } finally {
    await rm(policyFile, { force: true });
  }
}

async function aptGet(args: readonly string[], log: string): Promise<void> {
  const env = { DEBIAN_FRONTEND: "noninteractive", NEEDRESTART_MODE: "l" };
  await runLogged({ command: "apt-get", args: ["-qq", "-o", "DPkg::Lock::Timeout=120", ...args], env, log });
}

async function install(names: readonly string[]): Promise<void> {
  // Never at the price of something installed, such as another vendor's containerd.
  const args = ["install", "--yes", "--no-remove", "--no-install-recommends", ...names];
  await withoutServices(async () => {
    try {
      await aptGet(args, "apt-install");
    } catch {
      // The package lists are missing or name versions that are gone.
      await aptGet(["update"], "apt-update");
      await aptGet(args, "apt-install");
    }
  });
}

/**
 * Installs what is missing of the named packages, which takes root on Debian or Ubuntu.
 * @param without what works without them, for the sentence when they cannot be installed
 */
export async function ensureDebianPackages(names: readonly string[], without: string): Promise<void> {
  await oneInstall(async () => {
    const missing = isDebian() ? await missingDebianPackages(names) : names;
    if (missing.length === 0) return;
    const what = `Debian's ${missing.join(", ")}`;
    if (!isDebian()) throw new Unobtainable(what, "this is neither Debian nor Ubuntu", without);
    if (process.getuid?.() !== 0) {
      throw new Unobtainable(what, `installing takes root; run: apt-get install ${missing.join(" ")}`, without);
    }
    await interruptible(() =>
      withCacheLock("apt-get", "installing Debian packages", () =>
        explaining(what, without, () =>
          longStep(`installing ${missing.join(", ")}`, "about 20 s", () => install(missing)),
        ),
      ),
    );
  });
}
