/**
 * Errors that no caller awaits. The SDK makes many promises for each resource; when a registration fails, those that nobody
 * reads reject on their own. Unheard they would end the plugin, and with it everything else that is being updated.
 */
const listeners = new Set<(error: Error) => void>();

/**
 * The result of a construction. When one of its resources fails, the others go on, which `--continue-on-error` is about; once
 * they are `settled` the construction fails, even if it waits for something that can never come.
 */
export async function orStrayError<Result>(run: () => Promise<Result>, settled: () => Promise<void>): Promise<Result> {
  const strays: Error[] = [];
  let notice: () => void = () => undefined;
  const first = new Promise<void>((resolve) => (notice = resolve));
  const take = (error: Error): void => {
    strays.push(error);
    notice();
  };
  const failure = first.then(settled).then((): never => {
    throw summary(strays);
  });
  listeners.add(take);
  try {
    const result = await Promise.race([run(), failure]);
    if (strays.length > 0) throw summary(strays);
    return result;
  } finally {
    listeners.delete(take);
  }
}

/**
 * Keeps the plugin alive whatever nobody catches, from its start on: a stream that an engine cuts off, too, is an error with
 * no one to hear it, and other engines or provider instances may be at work in the same process.
 */
export function hearStrayErrors(): void {
  for (const event of ["unhandledRejection", "uncaughtException"] as const) process.on(event, hear);
}

function hear(reason: unknown): void {
  const error = reason instanceof Error ? reason : new Error(String(reason));
  if (listeners.size === 0) console.error(error.stack);
  for (const take of listeners) take(error);
}

const followUp = /resource (\S+) \[[^\]]*\] failed to register/;

/** A cause of our own, if there is one; a resource that the engine refused has been reported by the engine. */
export function summary(strays: readonly Error[]): Error {
  const cause = strays.find(({ message }) => !followUp.test(message));
  if (cause !== undefined) return cause;
  const names = new Set(strays.flatMap(({ message }) => followUp.exec(message)?.[1] ?? []));
  return new Error(
    `not all of its resources could be brought about; see the errors of ${[...names].sort().join(", ")}`,
  );
}
