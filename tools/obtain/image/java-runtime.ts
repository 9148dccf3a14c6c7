import { dirname, join } from "node:path";
import { realpath, mkdir } from "node:fs/promises";
import { obtainOnce } from "../cache";
import { findOnPath, outputOf, runLogged } from "../child";
import { digestOf, digestOfSources } from "../digest";
import { longStep } from "../progress";
import { Unobtainable } from "../unobtainable";
import { javaModules } from "../versions";
import { copySharedLibraries } from "./shared-libraries";

const home = "opt/java";
const without = "the tests that run Java functions in pods are skipped without it";

async function findJlink(): Promise<string> {
  const ofHome = process.env["JAVA_HOME"];
  const jlink = findOnPath("jlink") ?? (ofHome === undefined ? undefined : join(ofHome, "bin", "jlink"));
  if (jlink === undefined) {
    throw new Unobtainable(
      "the Java run-time of the image",
      "it is made with a JDK's jlink, which is not on the PATH",
      without,
    );
  }
  return realpath(jlink); // the real one, to find the java that it belongs to
}

async function make(jlink: string, root: string): Promise<void> {
  const output = join(root, home);
  await mkdir(dirname(output), { recursive: true });
  const options = ["--strip-debug", "--no-man-pages", "--no-header-files"];
  await runLogged({
    command: jlink,
    args: ["--add-modules", javaModules.join(","), ...options, "--output", output],
    log: "jlink",
  });
  // With an archive of its own classes the virtual machine starts in half the time, and jlink leaves it out. It holds
  // addresses and so differs from run to run: this is why images are keyed by what they are made from.
  await runLogged({ command: join(output, "bin/java"), args: ["-Xshare:dump"], log: "java-class-archive" });
  await copySharedLibraries(root, [join(output, "bin/java")]);
}

/** A root directory with /opt/java and the system libraries it needs, from this machine's JDK. */
export async function obtainJavaRuntime(): Promise<string> {
  const jlink = await findJlink();
  const about = (await outputOf(join(dirname(jlink), "java"), ["--version"])) ?? "unknown";
  const version = /^\S+ (\S+)/.exec(about)?.[1] ?? "unknown";
  const key = digestOf(about, await digestOfSources(__dirname), ...javaModules);
  return obtainOnce({ name: "java-runtime", version, key }, (directory) =>
    longStep("making the Java run-time of the image", "about 10 s", () => make(jlink, directory)),
  );
}
