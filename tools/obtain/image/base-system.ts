import { existsSync } from "node:fs";
import { chmod, copyFile, cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findOnPath, outputOf } from "../child";
import { ensureDebianPackages } from "../debian";

/** Numeric, since Kubernetes cannot tell of a name whether it is root's. */
export const imageUser = "10001:10001";

const files: Readonly<Record<string, string>> = {
  "etc/passwd": "root:x:0:0:root:/:/bin/sh\npulsar:x:10001:10001:pulsar:/tmp:/bin/sh\n",
  "etc/group": "root:x:0:\npulsar:x:10001:\n",
  "etc/nsswitch.conf": "hosts: files dns\n",
};

/** Without it programs take what is not ASCII for nonsense, whatever LANG says; Pulsar's own images have such a locale. */
const locale = "usr/lib/locale/C.utf8";

/** Debian's static busybox dies of a segmentation fault in its wget; a missing command is the clearer failure. */
const brokenApplets = ["wget"];

/** Fills the directory with what every image begins with: users, a writable /tmp, and a shell for whoever looks inside. */
export async function layBaseSystem(directory: string): Promise<void> {
  await ensureDebianPackages(["busybox-static"], "the tests that run real pods are skipped without it");
  const busybox = findOnPath("busybox");
  if (busybox === undefined) throw new Error("busybox is installed, but is not on the PATH");
  for (const name of ["etc", "tmp", "bin", "usr/bin"]) await mkdir(join(directory, name), { recursive: true });
  await chmod(join(directory, "tmp"), 0o1777);
  for (const [path, text] of Object.entries(files)) await writeFile(join(directory, path), text);
  if (existsSync(join("/", locale))) await cp(join("/", locale), join(directory, locale), { recursive: true });
  await copyFile(busybox, join(directory, "bin/busybox"));
  const applets = (await outputOf(busybox, ["--list"]))?.trim().split("\n") ?? [];
  for (const applet of applets) {
    if (applet === "busybox" || brokenApplets.includes(applet)) continue;
    await symlink("busybox", join(directory, "bin", applet));
  }
  await symlink("/bin/env", join(directory, "usr/bin/env")); // where the first line of scripts expects it
}
