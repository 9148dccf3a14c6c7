import { existsSync } from "node:fs";
import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { buildPythonSdk } from "../generate/build-python-sdk";
import { buildNodejsSdk } from "../generate/build-sdk";
import { obtainPulumi } from "../obtain/pulumi";
import { obtainPythonProgramEnvironment } from "../obtain/python";
import { buildProvider } from "../build/provider";
import { type RunResult, runPulumi } from "./pulumi-process";

const root = join(__dirname, "..", "..");

type Variables = Readonly<Record<string, string>>;

/** The configuration of a program. */
export type Values = Readonly<Record<string, string | boolean>>;

export interface ProjectOptions {
  /** Its directory below examples/. */
  readonly example: string;
  /** Where the copy of the program and the state are put. */
  readonly directory: string;
  /** What else of this process's environment pulumi and its plugins get; @default none */
  readonly inherited?: Variables;
}

/** An example with a stack of its own. It runs from a copy: Pulumi writes the stack's settings beside the program. */
export class Project {
  private constructor(
    /** Directory of the program. */
    readonly program: string,
    /** The variables that a shell needs to run pulumi on the same stack. */
    readonly environment: Variables,
    private readonly inherited: Variables,
  ) {}

  /** Makes the stack, with these values as its configuration. */
  static async create(options: ProjectOptions, values: Values): Promise<Project> {
    const project = await Project.open(options);
    await project.expect("stack", "init", "local");
    const entries = Object.entries(values).map(
      ([key, value]) => `  ${options.example}:${key}: ${JSON.stringify(value)}\n`,
    );
    await writeFile(join(project.program, "Pulumi.local.yaml"), `config:\n${entries.join("")}`, { flag: "a" });
    return project;
  }

  /** The project of an earlier call of `create` with the same directory. */
  static async open({ example, directory, inherited = {} }: ProjectOptions): Promise<Project> {
    await buildProvider();
    const isPython = example.endsWith("-py");
    const [{ path }] = await Promise.all([obtainPulumi(), isPython ? undefined : buildNodejsSdk()]);
    const python = isPython ? [(await obtainPythonProgramEnvironment()).bin] : [];
    const state = stateIn(directory, example);
    await mkdir(join(state, "home"), { recursive: true });
    const environment = {
      PATH: [...python, join(root, "bin"), path, dirname(process.execPath)].join(":"),
      PULUMI_HOME: join(state, "home"),
      PULUMI_BACKEND_URL: `file://${state}`,
      PULUMI_CONFIG_PASSPHRASE: "quickstart",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      ...(isPython ? { PYTHONPATH: await buildPythonSdk(), PYTHONDONTWRITEBYTECODE: "1" } : {}),
    };
    return new Project(await copyExamples(directory, example), environment, inherited);
  }

  run(args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
    const environment = { ...this.inherited, ...this.environment };
    return runPulumi({ args, directory: this.program, environment, ...options });
  }

  /** Runs pulumi and fails with all it printed when it fails. */
  async expect(...args: readonly string[]): Promise<string> {
    const { code, output } = await this.run(args);
    if (code !== 0) throw new Error(`pulumi ${args.join(" ")} failed:\n${output}`);
    return output;
  }

  async outputs(): Promise<Outputs> {
    return JSON.parse(await this.expect("stack", "output", "--json"));
  }
}

export interface RunOptions {
  /** Called for each line as it is printed. */
  readonly onLine?: (line: string) => void;
  /** Whether it runs also after an interrupt, since it takes down what that left; @default false */
  readonly takesDown?: boolean;
}

const stateIn = (directory: string, example: string): string => join(directory, `${example}-state`);

/** There as soon as there is a stack, and something that it may have made. */
export const stackFile = ({ example, directory }: ProjectOptions): string =>
  join(stateIn(directory, example), ".pulumi", "stacks", example, "local.json");

/** Holds a file for each pulumi that is writing the state, with its process. */
export const locksDirectory = ({ example, directory }: ProjectOptions): string =>
  join(stateIn(directory, example), ".pulumi", "locks");

/** The examples refer to each other's files, so all are copied; packages are found where npm put them. */
async function copyExamples(directory: string, example: string): Promise<string> {
  const copy = join(directory, "examples");
  if (!existsSync(copy)) {
    await cp(join(root, "examples"), copy, { recursive: true });
    await symlink(join(root, "node_modules"), join(copy, "node_modules"));
  }
  return join(copy, example);
}

/** The outputs of the example's programs. */
export interface Outputs {
  readonly members: Readonly<
    Record<string, { readonly kind: string; readonly places: readonly { readonly statefulSet: string }[] }>
  >;
  readonly topics: Readonly<Record<string, string>>;
  readonly diagram: string;
}
