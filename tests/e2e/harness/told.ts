import type { ChildProcess } from "node:child_process";

/** What a process has printed, and how it ended. */
export interface Told {
  /** Resolves when it prints what matches; fails with all it printed when it ends before. */
  shown(pattern: RegExp): Promise<void>;
  /** Resolves when it has ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
}

export function listenTo(child: ChildProcess): Told {
  let output = "";
  const listeners = new Set<() => void>();
  const take = (chunk: Buffer): void => {
    output += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout?.on("data", take);
  child.stderr?.on("data", take);
  const ended = new Promise<{ readonly code: number | null; readonly output: string }>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
  return {
    ended,
    shown: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => (pattern.test(output) ? resolve() : undefined);
        listeners.add(look);
        look();
        void ended.then(({ code }) => reject(new Error(`it ended with ${code}:\n${output}`)), reject);
      }),
  };
}
