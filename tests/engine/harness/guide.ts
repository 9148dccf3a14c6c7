import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { obtainKubernetes } from "../../../tools/obtain/kubernetes";
import type { ControlPlane } from "../../../tools/run/control-plane";

const root = join(__dirname, "..", "..", "..");

/** The first block of code in a section of a guide that begins so, as it stands there. */
export function guideBlock(page: string, section: string, beginning = "```sh\n"): string {
  const text = readFileSync(join(root, page), "utf8");
  const [, body = ""] = text.split(`\n## ${section}\n`);
  const [here = ""] = body.split("\n## ");
  const start = here.indexOf(`\n${beginning}`);
  const [, block] = /^\n```\w+\n([\s\S]*?\n)```/.exec(start < 0 ? "" : here.slice(start)) ?? [];
  if (block === undefined) throw new Error(`${page} has no such block in its section ${section}`);
  return block;
}

export interface ShellResult {
  readonly code: number;
  /** Standard output and error. */
  readonly output: string;
}

/** A shell in a directory of its own, whose kubectl reaches one cluster. */
export class GuideShell {
  private constructor(readonly directory: string) {}

  static async open({ kubeconfig }: ControlPlane): Promise<GuideShell> {
    const { fmkube } = await obtainKubernetes();
    const directory = mkdtempSync(join(tmpdir(), "function-mesh-guide-"));
    const kubectl = join(directory, "kubectl");
    writeFileSync(
      kubectl,
      `#!/bin/sh\nexec "${fmkube}" kubectl "--kubeconfig=${kubeconfig}" "--cache-dir=${directory}/cache" "$@"\n`,
    );
    chmodSync(kubectl, 0o755);
    return new GuideShell(directory);
  }

  run(commands: string): Promise<ShellResult> {
    const env = { ...process.env, PATH: `${this.directory}:${process.env["PATH"] ?? ""}` };
    const options = { cwd: this.directory, env, timeout: 240_000 };
    return new Promise((resolve) =>
      execFile("sh", ["-c", commands], options, (error, stdout, stderr) =>
        resolve({
          code: error === null ? 0 : typeof error.code === "number" ? error.code : 1,
          output: stdout + stderr,
        }),
      ),
    );
  }

  async close(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }
}
