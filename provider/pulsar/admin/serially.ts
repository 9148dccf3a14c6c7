const queues = new Map<string, Promise<unknown>>();

/**
 * Runs actions with the same key one after another, in the whole process. Pulsar loses one of two policies written to a
 * namespace at the same time and answers both with success.
 */
export async function serially<Result>(key: string, action: () => Promise<Result>): Promise<Result> {
  const before = queues.get(key) ?? Promise.resolve();
  const mine = before.then(action, action);
  const settled = mine.catch(() => undefined);
  queues.set(key, settled);
  try {
    return await mine;
  } finally {
    if (queues.get(key) === settled) queues.delete(key);
  }
}
