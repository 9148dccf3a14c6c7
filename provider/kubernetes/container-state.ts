import type { ObservedContainer } from "./observed";

/** Reasons of a waiting container that do not pass by themselves. */
const hopeless: ReadonlySet<string> = new Set([
  "ErrImagePull",
  "ImagePullBackOff",
  "ErrImageNeverPull",
  "InvalidImageName",
  "CreateContainerConfigError",
]);

/**
 * Why a container will not come to work; undefined while it still may. The second exit decides, whatever its code: the Java
 * instance ends with 0 on fatal errors, and one exit can be a broker that was not there yet. Exits before the wait began are
 * left out: since then a credential may have been mended or a broker come back, which no restart count shows.
 */
export function containerFailure(container: ObservedContainer, earlierExits = 0): string | undefined {
  if (container.ready === true) return undefined;
  const { waiting } = container.state ?? {};
  if (waiting?.reason !== undefined && hopeless.has(waiting.reason)) {
    return `cannot start: ${quoted(waiting.reason, waiting.message)}`;
  }
  const exits = exitsOf(container) - earlierExits;
  if (exits < 2) return undefined;
  const last = container.state?.terminated ?? container.lastState?.terminated;
  const code = last?.exitCode === undefined ? "" : `, last with exit code ${last.exitCode}`;
  const reason =
    last?.reason === undefined || last.reason === "Error" || last.reason === "Completed" ? "" : ` (${last.reason})`;
  return `ended ${exits} times${code}${reason}`;
}

/** True for a container that Kubernetes tries again only after a while, or never. */
export function isStuck({ ready, state }: ObservedContainer): boolean {
  const reason = state?.waiting?.reason;
  return ready !== true && reason !== undefined && (reason === "CrashLoopBackOff" || hopeless.has(reason));
}

/** What a container that may still come to work waits for; undefined for one that is ready. */
export function waitingContainer({ state, ready }: ObservedContainer): string | undefined {
  if (state?.waiting !== undefined)
    return `waits: ${quoted(state.waiting.reason ?? "no reason given", state.waiting.message)}`;
  // An init container that is done is neither waiting nor running, and is counted ready.
  if (state?.terminated !== undefined && ready !== true)
    return `ended with exit code ${state.terminated.exitCode ?? "unknown"} and starts again`;
  return state?.running !== undefined && ready === false ? "runs but is not ready yet" : undefined;
}

/** How often a container has ended: its restarts, and the end it has not been restarted from. */
export function exitsOf({ restartCount = 0, state }: ObservedContainer): number {
  const isDown = state?.terminated !== undefined || state?.waiting?.reason === "CrashLoopBackOff";
  return restartCount + (isDown ? 1 : 0);
}

const quoted = (reason: string, message: string | undefined): string =>
  message === undefined || message === "" ? reason : `${reason} (${message})`;
