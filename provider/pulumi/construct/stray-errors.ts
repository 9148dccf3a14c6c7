/**
 * Errors that no caller awaits. The SDK makes many promises for each resource; when a registration fails, those that nobody
 * reads reject on their own. Unheard they would end the plugin, and with it everything else that is being updated.
 */
interface Listener {
  /** Pulumi name of the component that is being constructed; its children's names begin with it. */
  readonly component: string;
  readonly take: (error: Error) => void;
}

const listeners = new Set<Listener>();

/**
 * The result of a construction. When one of its resources fails, the others go on, which `--continue-on-error` is about; once
 * they are `settled` the construction fails, even if it waits for something that can never come.
 */
export async function orStrayError<Result>(
  component: string,
  run: () => Promise<Result>,
  settled: () => Promise<void>,
): Promise<Result> {
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
  const listener = { component, take };
  listeners.add(listener);
  try {
    const result = await Promise.race([run(), failure]);
    if (strays.length > 0) throw summary(strays);
    return result;
  } finally {
    listeners.delete(listener);
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
  for (const { take } of concerned(error)) take(error);
}

function concerned(error: Error): readonly Listener[] {
  const components = componentsOf(
    error,
    [...listeners].map(({ component }) => component),
  );
  return [...listeners].filter(({ component }) => components.includes(component));
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

/** Of the components under construction the one that a failed resource belongs to, by its name; all where the error does not tell. */
export function componentsOf(error: Error, components: readonly string[]): readonly string[] {
  const name = followUp.exec(error.message)?.[1];
  const owners = components.filter((component) => name === component || name?.startsWith(`${component}-`) === true);
  const longest = Math.max(...owners.map(({ length }) => length));
  return owners.length === 0 ? components : owners.filter(({ length }) => length === longest);
}
