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

/** An example with a stack of its own. It runs from a copy: Pulumi writes the stack's settings beside the program. */
export class Project {
  private constructor(
    /** Directory of the program. */
    readonly program: string,
    /** The variables that a shell needs to run pulumi on the same stack. */
    readonly environment: Readonly<Record<string, string>>,
  ) {}

  static async create(example: string, directory: string, values: Readonly<Record<string, string>>): Promise<Project> {
    await buildProvider();
    const isPython = example.endsWith("-py");
    const [{ path }] = await Promise.all([obtainPulumi(), isPython ? undefined : buildNodejsSdk()]);
    const python = isPython ? [(await obtainPythonProgramEnvironment()).bin] : [];
    const state = join(directory, `${example}-state`);
    await mkdir(join(state, "home"), { recursive: true });
    const project = new Project(await copyExamples(directory, example), {
      PATH: [...python, join(root, "bin"), path, dirname(process.execPath)].join(":"),
      PULUMI_HOME: join(state, "home"),
      PULUMI_BACKEND_URL: `file://${state}`,
      PULUMI_CONFIG_PASSPHRASE: "quickstart",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      ...(isPython ? { PYTHONPATH: await buildPythonSdk(), PYTHONDONTWRITEBYTECODE: "1" } : {}),
    });
    await project.expect("stack", "init", "local");
    const entries = Object.entries(values).map(([key, value]) => `  ${example}:${key}: ${JSON.stringify(value)}\n`);
    await writeFile(join(project.program, "Pulumi.local.yaml"), `config:\n${entries.join("")}`, { flag: "a" });
    return project;
  }

  run(args: readonly string[], onLine: (line: string) => void = () => undefined): Promise<RunResult> {
    return runPulumi({ args, directory: this.program, environment: this.environment, onLine });
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
