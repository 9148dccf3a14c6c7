const heartbeatMs = 60_000;

/** One line about what the tools do, apart from a program's own output on standard output. */
export function say(line: string): void {
  process.stderr.write(`[function-mesh] ${line}\n`);
}

/** "45 s", "6 min 5 s": how long something took, as a person says it. */
export function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Says what begins and how long it is expected to take, that it is still under way, and that it is done:
 * a build of minutes that says nothing is taken for one that hangs.
 */
export async function longStep<T>(title: string, expected: string, step: () => Promise<T>): Promise<T> {
  const start = Date.now();
  say(`${title}: ${expected}`);
  const heartbeat = setInterval(
    () => say(`${title}: still under way after ${duration(Date.now() - start)}`),
    heartbeatMs,
  );
  try {
    const result = await step();
    say(`${title}: done in ${duration(Date.now() - start)}`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}
