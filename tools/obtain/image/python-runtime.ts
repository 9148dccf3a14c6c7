import { existsSync } from "node:fs";
import { copyFile, cp, mkdir, realpath } from "node:fs/promises";
import { basename, join } from "node:path";
import { obtainOnce } from "../cache";
import { outputOf, runLogged } from "../child";
import { digestOf, digestOfSources } from "../digest";
import { longStep } from "../progress";
import { obtainPythonInstancePackages, pythonInstanceKey, pythonInterpreter } from "../python";
import { copySharedLibraries } from "./shared-libraries";

const packages = "usr/lib/python3/dist-packages"; // where Debian's Python looks for them
const without = "the tests that run Python functions in pods are skipped without it";
const leftOut = /^(__pycache__|test|tests|idlelib|tkinter|turtledemo|ensurepip|config-.*)$/;

/** Copies a library without its tests; links become files, since some lead out of it. */
async function copyLibrary(from: string, to: string): Promise<void> {
  const filter = (source: string): boolean =>
    existsSync(source) && (source === from || !leftOut.test(basename(source)));
  await cp(from, to, { recursive: true, dereference: true, filter });
}

interface Parts {
  readonly python: string;
  readonly library: string;
  readonly packagesFrom: string;
}

async function make({ python, library, packagesFrom }: Parts, root: string): Promise<void> {
  await mkdir(join(root, "usr/bin"), { recursive: true });
  await copyFile(await realpath(python), join(root, "usr/bin/python3"));
  await copyLibrary(library, join(root, library));
  await copyLibrary(packagesFrom, join(root, packages));
  // Nothing in the image is writable, so without compiled files every start would compile anew. They are not checked
  // against their sources: times in an image are zero, and neither changes.
  const trees = [join(root, library), join(root, packages)];
  const compile = ["-m", "compileall", "-q", "-j", "0", "--invalidation-mode", "unchecked-hash", "-s", root, "-p", "/"];
  await runLogged({
    command: python,
    args: [...compile, "-x", "lib2to3|bad_coding", ...trees],
    env: { PYTHONHASHSEED: "0" },
    log: "python-compile",
  });
  await copySharedLibraries(root, [join(root, "usr/bin/python3")]);
}

interface Basis {
  readonly python: string;
  readonly version: string;
  /** The directory of the standard library. */
  readonly library: string;
  readonly key: string;
}

async function readBasis(): Promise<Basis> {
  const python = pythonInterpreter(without);
  const script =
    "import platform, sys, sysconfig; print(platform.python_version(), sysconfig.get_path('stdlib'), sys.version)";
  const about = (await outputOf(python, ["-c", script])) ?? "";
  const [version = "unknown", library = ""] = about.split(" ");
  return {
    python,
    version,
    library,
    key: digestOf(about, await pythonInstanceKey(), await digestOfSources(__dirname)),
  };
}

/** A text that changes with whatever the run-time is made from. */
export const findPythonBasis = async (): Promise<string> => (await readBasis()).key;

/** A root directory with this machine's Python, its library, and the packages of Pulsar's Python instance. */
export async function obtainPythonRuntime(): Promise<string> {
  const { python, version, library, key } = await readBasis();
  return obtainOnce({ name: "python-runtime", version, key }, async (directory) => {
    const packagesFrom = await obtainPythonInstancePackages();
    await longStep("making the Python run-time of the image", "about 15 s", () =>
      make({ python, library, packagesFrom }, directory),
    );
  });
}
