import { join } from "node:path";
import { findEntry, obtainOnce, withCacheLock, type Entry } from "./cache";
import { findOnPath, oneAtATime, runLogged } from "./child";
import { digestOf, digestOfSources } from "./digest";
import { longStep } from "./progress";
import { goModuleDirectory } from "./repository";
import { explaining, Unobtainable } from "./unobtainable";

/** One executable of a Go module under tools/go. */
export interface GoProgram {
  readonly package: string;
  readonly output: string;
  /** What the linker writes into string variables: programs taken from modules do not know their version otherwise. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** What is built from one module, kept as one cache entry. */
export interface GoBuild {
  readonly name: string;
  readonly version: string;
  /** Folder under tools/go. */
  readonly module: string;
  readonly programs: readonly GoProgram[];
  /** How long it takes when nothing is cached, for the reader of the progress line. */
  readonly expected: string;
  readonly title: string;
  /** What works without it, for the sentence when it cannot be built. */
  readonly without: string;
  readonly usesCgo?: boolean;
  /** Steps besides compiling that fill the entry. */
  readonly finish?: (directory: string) => Promise<void>;
}

const oneBuild = oneAtATime();

const linkerFlags = (variables: Readonly<Record<string, string>>): string =>
  ["-s -w", ...Object.entries(variables).map(([name, value]) => `-X ${name}=${value}`)].join(" ");

/** Environment of every call of Go: the module files decide, and no other toolchain is fetched. */
export const goEnvironment = { GOFLAGS: "-mod=readonly", GOTOOLCHAIN: "local" } as const;

async function compile(build: GoBuild, directory: string): Promise<void> {
  for (const { package: path, output, variables } of build.programs) {
    await runLogged({
      command: "go",
      args: [
        "build",
        "-trimpath",
        "-buildvcs=false",
        "-ldflags",
        linkerFlags(variables ?? {}),
        "-o",
        join(directory, output),
        path,
      ],
      cwd: goModuleDirectory(build.module),
      env: { ...goEnvironment, ...(build.usesCgo === false ? { CGO_ENABLED: "0" } : {}) },
      log: `go-${output}`,
      isPolite: true,
    });
  }
  await build.finish?.(directory);
}

async function entryOf(build: GoBuild): Promise<Entry> {
  const sources = await digestOfSources(goModuleDirectory(build.module));
  return { name: build.name, version: build.version, key: digestOf(sources, JSON.stringify(build.programs)) };
}

/** The directory of what was built, if it was. */
export const findGoBuild = async (build: GoBuild): Promise<string | undefined> => findEntry(await entryOf(build));

/** The directory with the module's programs, built when they are not there; one build at a time on this machine. */
export async function obtainGoBuild(build: GoBuild): Promise<string> {
  const entry = await entryOf(build);
  return obtainOnce(entry, async (directory) => {
    if (findOnPath("go") === undefined) {
      throw new Unobtainable(build.title, "it is built with Go 1.26 or newer, which is not on the PATH", build.without);
    }
    const step = () =>
      longStep(`building ${build.title} from Go modules`, build.expected, () => compile(build, directory));
    await explaining(build.title, build.without, () => oneBuild(() => withCacheLock("go-build", build.title, step)));
  });
}
