/** Blocks the whole process: for clean-up that must also work while the process exits, where nothing asynchronous runs. */
export function pauseSync(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** True as soon as `condition` holds, false when it still does not after `milliseconds`. Blocks like pauseSync. */
export function waitSync(milliseconds: number, condition: () => boolean): boolean {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end) return false;
    pauseSync(10);
  }
  return true;
}
