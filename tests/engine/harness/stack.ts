import { execFile } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { buildProvider } from "../../../tools/build/provider";
import { obtainPulumi } from "../../../tools/obtain/pulumi";
import { obtainPythonProgramEnvironment } from "../../../tools/obtain/python";
import { buildPythonSdk } from "../../../tools/generate/build-python-sdk";
import { buildNodejsSdk } from "../../../tools/generate/build-sdk";
import { type AttachedProvider, startProvider } from "./attached-provider";

const root = join(__dirname, "..", "..", "..");

export interface RunResult {
  readonly code: number;
  /** Standard output and error, as a user sees them. */
  readonly output: string;
}

export interface StackOptions {
  readonly language: "yaml" | "nodejs" | "python";
  /** Files of the program by path; objects become JSON, which is YAML as well. */
  readonly files: Readonly<Record<string, string | object>>;
  /** Folder copied before the files are written. */
  readonly copy?: string;
  /** Attach to one running plugin, which saves its start in every run; else the engine starts its own. */
  readonly attach?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** A project with one stack in a directory of its own, driven by the real command line. */
export class Stack {
  private constructor(
    readonly directory: string,
    private readonly environment: NodeJS.ProcessEnv,
    private provider: AttachedProvider | undefined,
  ) {}

  static async create(options: StackOptions): Promise<Stack> {
    const directory = await mkdtemp(join(tmpdir(), "function-mesh-stack-"));
    for (const folder of ["program", "state", "home"]) mkdirSync(join(directory, folder));
    const provider = options.attach === true ? await startProvider(join(directory, "program")) : undefined;
    const stack = new Stack(directory, await environmentOf(directory, options, provider), provider);
    if (options.copy !== undefined) cpSync(options.copy, stack.program, { recursive: true });
    stack.write(options.files);
    if (options.language === "nodejs") await linkNodePackages(stack.program);
    const created = await stack.pulumi("stack", "init", "test");
    if (created.code !== 0) throw new Error(created.output);
    return stack;
  }

  get program(): string {
    return join(this.directory, "program");
  }

  /** Writes files of the program, over those that are there. */
  write(files: Readonly<Record<string, string | object>>): void {
    for (const [path, content] of Object.entries(files)) {
      const target = join(this.program, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, typeof content === "string" ? content : JSON.stringify(content, undefined, 2));
    }
  }

  preview(...args: readonly string[]): Promise<RunResult> {
    return this.pulumi("preview", ...args);
  }

  up(...args: readonly string[]): Promise<RunResult> {
    return this.pulumi("up", "--yes", "--skip-preview", ...args);
  }

  refresh(): Promise<RunResult> {
    return this.pulumi("refresh", "--yes", "--skip-preview");
  }

  destroy(...args: readonly string[]): Promise<RunResult> {
    return this.pulumi("destroy", "--yes", "--skip-preview", ...args);
  }

  async outputs(): Promise<Readonly<Record<string, unknown>>> {
    return JSON.parse((await this.pulumi("stack", "output", "--json", "--show-secrets")).output);
  }

  /** The stack's state, secrets encrypted. */
  async state(): Promise<{ readonly text: string; readonly resources: readonly StateResource[] }> {
    const text = (await this.pulumi("stack", "export")).output;
    return { text, resources: JSON.parse(text).deployment.resources ?? [] };
  }

  /** The resources of the state, with what is secret in clear. */
  async clearState(): Promise<readonly StateResource[]> {
    return JSON.parse((await this.pulumi("stack", "export", "--show-secrets")).output).deployment.resources ?? [];
  }

  /** Steps of a preview: operation and URN, in the engine's order. */
  async steps(...args: readonly string[]): Promise<readonly PreviewStep[]> {
    const result = await this.pulumi("preview", "--json", ...args);
    const start = result.output.indexOf("{");
    if (result.code !== 0 || start < 0) throw new Error(result.output);
    return JSON.parse(result.output.slice(start)).steps;
  }

  pulumi(...args: readonly string[]): Promise<RunResult> {
    return new Promise((resolve) =>
      execFile(
        "pulumi",
        [...args, "--non-interactive", "--color", "never"],
        { cwd: this.program, env: this.environment, maxBuffer: 256 << 20 },
        (error, stdout, stderr) => {
          const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
          // What machines read must not be mixed with warnings.
          resolve({
            code,
            output:
              args.includes("--json") || args[1] === "export"
                ? code === 0
                  ? stdout
                  : stdout + stderr
                : stdout + stderr,
          });
        },
      ),
    );
  }

  /** Another program in the directory and environment of the stack, one that drives the engine itself; what it writes on standard output. */
  async run(program: string, ...args: readonly string[]): Promise<string> {
    const options = { cwd: this.program, env: this.environment };
    return (await promisify(execFile)(program, [...args], options)).stdout;
  }

  /** Ends the attached plugin as a crash would, and starts another one for the next run. */
  async crashProvider(): Promise<void> {
    await this.provider?.stop("SIGKILL");
    this.provider = await startProvider(this.program);
    this.environment["PULUMI_DEBUG_PROVIDERS"] = `function-mesh:${this.provider.port}`;
  }

  /** Sets environment variables of the next runs, over those that were set before; `undefined` takes one away. */
  export(variables: Readonly<Record<string, string | undefined>>): void {
    Object.assign(this.environment, variables);
  }

  /** What an attached plugin wrote on standard error. */
  providerLog(): string {
    return this.provider?.log() ?? "";
  }

  async remove(): Promise<void> {
    await this.provider?.stop();
    await rm(this.directory, { recursive: true, force: true });
  }
}

export interface PreviewStep {
  readonly op: string;
  readonly urn: string;
  /** By the path of what differs. */
  readonly detailedDiff?: Readonly<Record<string, unknown>> | null;
}

export interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly parent?: string;
  readonly provider?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
  readonly dependencies?: readonly string[];
  readonly custom?: boolean;
}

async function environmentOf(
  directory: string,
  options: StackOptions,
  provider: AttachedProvider | undefined,
): Promise<NodeJS.ProcessEnv> {
  await buildProvider();
  const { path } = await obtainPulumi();
  const python = options.language === "python" ? [(await obtainPythonProgramEnvironment()).bin] : [];
  return {
    HOME: process.env["HOME"],
    PATH: [...python, join(root, "bin"), path, dirname(process.execPath)].join(":"),
    PULUMI_HOME: join(directory, "home"),
    PULUMI_BACKEND_URL: `file://${join(directory, "state")}`,
    PULUMI_CONFIG_PASSPHRASE: "test",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    ...(options.language === "python" ? { PYTHONPATH: await buildPythonSdk(), PYTHONDONTWRITEBYTECODE: "1" } : {}),
    ...(provider === undefined ? {} : { PULUMI_DEBUG_PROVIDERS: `function-mesh:${provider.port}` }),
    ...options.env,
  };
}

/** Programs in Node.js find the SDK and Pulumi as if they had been installed. */
async function linkNodePackages(program: string): Promise<void> {
  const modules = join(program, "node_modules");
  mkdirSync(join(modules, "@pulumi"), { recursive: true });
  for (const name of ["pulumi", "kubernetes", "random"]) {
    symlinkSync(join(root, "node_modules", "@pulumi", name), join(modules, "@pulumi", name));
  }
  symlinkSync(await buildNodejsSdk(), join(modules, "pulumi-function-mesh"));
}
