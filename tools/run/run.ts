import { type ChildProcess, execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { ownIdentity, type ProcessIdentity } from "./process-identity";
import { type RunRecord, writeRecord } from "./registry";
import { makeRunDirectory } from "./run-directory";
import { type StartedProcess, startProcess, tied, withoutProxies } from "./started-process";
import { takeDown } from "./take-down";

/**
 * One server with everything that belongs to it: its directory, its processes, a node's network. Each part is written
 * down before it is made, in one synchronous step; once closed a run makes nothing any more. So a start that is
 * interrupted at any moment can neither leave a part behind nor add one after the clean-up.
 */
export class Run {
  readonly name: string;
  readonly directory: string;
  readonly #processes = new Set<StartedProcess>();
  readonly #adopted: ProcessIdentity[] = [];
  readonly #commands = new Set<ChildProcess>();
  #record: RunRecord;
  #closing: Promise<void> | undefined;
  #isOpen = true;

  constructor(options: { readonly name: string; readonly directory: string }) {
    this.name = options.name;
    this.directory = options.directory;
    this.#record = { ...options, id: randomUUID(), owner: ownIdentity(), processes: [] };
    this.#note({});
    makeRunDirectory(this.directory, this.#record.id);
  }

  assertOpen(): void {
    if (!this.#isOpen) throw new Error(`${this.name}: was stopped`);
  }

  path(...parts: readonly string[]): string {
    return join(this.directory, ...parts);
  }

  /** Starts a server process with its log in `log/NAME.log`. */
  start(name: string, command: readonly string[]): StartedProcess {
    this.assertOpen();
    const process = startProcess({
      name,
      command,
      logFile: this.path("log", `${name}.log`),
      directory: this.directory,
    });
    this.#processes.add(process);
    this.#noteProcesses();
    return process;
  }

  /** Notes a process that one of ours has started, so that the run ends only when it has ended, too. */
  adopt(process: ProcessIdentity): void {
    this.#adopted.push(process);
    this.#noteProcesses();
  }

  /** Ends one process of the run; the run itself goes on. False when the process did not end within the time and was killed. */
  async end(process: StartedProcess, signal: NodeJS.Signals, seconds = 10): Promise<boolean> {
    const isInTime = await process.end(signal, seconds);
    this.#processes.delete(process);
    if (this.#isOpen) this.#noteProcesses();
    return isInTime;
  }

  /** Runs a command to its end and returns what it printed. It dies with the run. */
  command(command: readonly string[], options: { readonly input?: string } = {}): Promise<string> {
    this.assertOpen();
    const [executable = "", ...args] = tied(command);
    return new Promise((resolve, reject) => {
      const limits = { env: withoutProxies(), maxBuffer: 1 << 28 };
      const child = execFile(executable, args, limits, (error, stdout, stderr) => {
        this.#commands.delete(child);
        if (error === null) resolve(stdout);
        else reject(new Error(`${command.join(" ")}: ${stderr.trim() || error.message}`));
      });
      this.#commands.add(child);
      child.stdin?.on("error", () => undefined); // a command that ends early says why itself
      child.stdin?.end(options.input);
    });
  }

  /** Notes that the network namespace, links, routes and cgroups with this number are ours from now on. */
  claimNode(index: number): void {
    this.assertOpen();
    this.#note({ nodeIndex: index });
  }

  /** Ends the processes, at once and without their leave: nothing of what they keep is needed again. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** The same, blocking: for the exit of the process. */
  closeSync(): void {
    this.#isOpen = false;
    for (const command of this.#commands) command.kill("SIGKILL");
    takeDown(this.#record);
  }

  async #close(): Promise<void> {
    this.#isOpen = false;
    for (const command of this.#commands) command.kill("SIGKILL");
    await Promise.all([...this.#processes].map((process) => process.end("SIGKILL", 10)));
    takeDown(this.#record);
  }

  #noteProcesses(): void {
    const started = [...this.#processes].map((process) => process.identity);
    this.#note({ processes: [...started, ...this.#adopted] });
  }

  #note(change: Partial<RunRecord>): void {
    this.#record = { ...this.#record, ...change };
    writeRecord(this.#record);
  }
}
