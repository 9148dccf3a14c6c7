import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { findEntry, obtainOnce, type Entry } from "./cache";
import { findOnPath, outputOf, runLogged } from "./child";
import { ensureDebianPackages } from "./debian";
import { digestOf } from "./digest";
import { longStep } from "./progress";
import { repositoryRoot } from "./repository";
import { explaining, Unobtainable } from "./unobtainable";
import { versions } from "./versions";

const systemPython = "/usr/bin/python3";
const expected = "about half a minute";

/** A set of pinned packages from PyPI. */
interface PackageSet {
  readonly name: string;
  readonly title: string;
  /** File under tools/obtain/requirements. */
  readonly requirements: string;
  readonly without: string;
}

const instanceSet: PackageSet = {
  name: "python-instance",
  title: "the packages of Pulsar's Python instance",
  requirements: "instance.txt",
  without: "everything but Python functions in pods works without them",
};
const programSet: PackageSet = {
  name: "python-program",
  title: `Pulumi's SDK for Python ${versions.pulumiPython}`,
  requirements: "program.txt",
  without: "everything but the Python programs of the engine tests works without it",
};

/** The operating system's Python, since it is the one that goes into the image; elsewhere whichever there is. */
export function pythonInterpreter(without: string): string {
  const python = existsSync(systemPython) ? systemPython : findOnPath("python3");
  if (python === undefined) throw new Unobtainable("Python 3", "there is no python3 on the PATH", without);
  return python;
}

const requirementsFile = (set: PackageSet): string =>
  join(repositoryRoot, "tools", "obtain", "requirements", set.requirements);

async function entryOf(set: PackageSet, python: string): Promise<Entry> {
  const about = await outputOf(python, ["-c", "import platform; print(platform.python_version(), platform.machine())"]);
  const [version = "unknown", machine = ""] = about?.trim().split(" ") ?? [];
  return { name: set.name, version, key: digestOf(machine, await readFile(requirementsFile(set), "utf8")) };
}

async function makeVenv(python: string, directory: string, set: PackageSet): Promise<void> {
  const hasVenv = (await outputOf(python, ["-c", "import ensurepip, venv"])) !== undefined;
  if (!hasVenv) await ensureDebianPackages(["python3-venv"], set.without); // Debian has the module in a package of its own
  await runLogged({ command: python, args: ["-m", "venv", directory], log: `${set.name}-venv` });
}

/** `--no-deps`: the file lists everything, and what it does not list must not come in unchecked. */
async function installPinned(venv: string, set: PackageSet, more: readonly string[]): Promise<void> {
  const install = [
    "-m",
    "pip",
    "install",
    "--no-input",
    "--disable-pip-version-check",
    "--no-deps",
    "--require-hashes",
  ];
  await runLogged({
    command: join(venv, "bin", "python"),
    args: [...install, "--requirement", requirementsFile(set), ...more],
    log: set.name,
  });
}

const getPackages = (set: PackageSet, action: () => Promise<void>): Promise<void> =>
  explaining(set.title, set.without, () => longStep(`getting ${set.title} from PyPI`, expected, action));

/** A text that changes with the packages of Pulsar's Python instance and with the interpreter they are for. */
export async function pythonInstanceKey(): Promise<string> {
  const { version, key = "" } = await entryOf(instanceSet, pythonInterpreter(instanceSet.without));
  return `${version} ${key}`;
}

/** The directory with the packages of Pulsar's Python instance, if it is there already. */
export async function findPythonInstancePackages(): Promise<string | undefined> {
  const entry = await entryOf(instanceSet, pythonInterpreter(instanceSet.without));
  const directory = findEntry(entry);
  return directory === undefined ? undefined : join(directory, "site-packages");
}

/** A site-packages directory with what Pulsar's Python instance imports, for the interpreter of {@link pythonInterpreter}. */
export async function obtainPythonInstancePackages(): Promise<string> {
  const python = pythonInterpreter(instanceSet.without);
  const directory = await obtainOnce(await entryOf(instanceSet, python), (temporary) =>
    getPackages(instanceSet, async () => {
      const [venv, target] = [join(temporary, "venv"), join(temporary, "site-packages")];
      await makeVenv(python, venv, instanceSet);
      await mkdir(target);
      await installPinned(venv, instanceSet, ["--target", target, "--no-compile"]);
      await rm(venv, { recursive: true });
    }),
  );
  return join(directory, "site-packages");
}

/** Scripts name the directory in which the environment was made, and it moves: only the interpreter stays. */
async function keepInterpreterOnly(bin: string): Promise<void> {
  for (const name of await readdir(bin)) {
    if (!/^python[\d.]*$/.test(name)) await rm(join(bin, name), { force: true });
  }
}

/** The environment of Python programs, if it is there already. */
export async function findPythonProgramEnvironment(): Promise<{ bin: string } | undefined> {
  const directory = findEntry(await entryOf(programSet, pythonInterpreter(programSet.without)));
  return directory === undefined ? undefined : { bin: join(directory, "venv", "bin") };
}

/** A virtual environment with the `pulumi` package: its `bin` first on the PATH is what a Python program needs. */
export async function obtainPythonProgramEnvironment(): Promise<{ bin: string }> {
  const python = pythonInterpreter(programSet.without);
  const directory = await obtainOnce(await entryOf(programSet, python), (temporary) =>
    getPackages(programSet, async () => {
      const venv = join(temporary, "venv");
      await makeVenv(python, venv, programSet);
      await installPinned(venv, programSet, []);
      await keepInterpreterOnly(join(venv, "bin"));
    }),
  );
  return { bin: join(directory, "venv", "bin") };
}
