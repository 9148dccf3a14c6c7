import { setTimeout as sleep } from "node:timers/promises";
import { AdminError } from "./error";
import { type OutgoingRequest, type Send } from "./request";
import { retryRule } from "./retry-rules";

export interface RetrySettings {
  /** The most that all tries of one call may take, whatever the rule allows. */
  readonly totalBudgetMs: number;
  /** Stretches or shrinks all delays; tests use a small one. */
  readonly delayFactor: number;
}

/**
 * Repeats calls that failed in passing. Every write of this client is idempotent, so a call without an answer is repeated
 * too; a create may then find its own object, which the error's `mayHaveTakenEffect` tells.
 */
export function withRetries(next: Send, settings: RetrySettings): Send {
  return async (request) => {
    // Who allows one call a long time, as for many partitions, allows it that time.
    const budgetMs = Math.max(settings.totalBudgetMs, request.timeoutMs ?? 0);
    const limited = { ...request, deadline: Date.now() + budgetMs };
    let mayHaveTakenEffect = false;
    let firstFailure: number | undefined;
    let before: AdminError | undefined;
    for (let attempt = 0; ; attempt++) {
      request.onTry?.();
      try {
        return await next(limited);
      } catch (error) {
        if (!(error instanceof AdminError)) throw error;
        firstFailure ??= Date.now();
        const { deadline } = limited;
        const delay = delayBefore(error, { attempt, firstFailure, deadline, delayFactor: settings.delayFactor });
        if (delay === undefined) {
          // The time that was left for the last try says less than what went wrong before.
          const told = error.kind === "timeout" && Date.now() >= deadline ? (before ?? error) : error;
          throw mayHaveTakenEffect ? new AdminError({ ...told.facts, mayHaveTakenEffect }) : told;
        }
        before = error;
        mayHaveTakenEffect ||= retryRule(error.facts)?.leavesDoubt === true;
        await pause(delay, request, error);
      }
    }
  };
}

interface Spent {
  readonly attempt: number;
  readonly firstFailure: number;
  readonly deadline: number;
  readonly delayFactor: number;
}

/** Milliseconds until the next try; `undefined` when there is none. */
function delayBefore(error: AdminError, { attempt, firstFailure, deadline, delayFactor }: Spent): number | undefined {
  const rule = error.retryable ? retryRule(error.facts) : undefined;
  if (rule === undefined || attempt >= (rule.mostRepetitions ?? Infinity)) return undefined;
  // Jitter, or sixty resources that failed together come back together.
  const delay =
    Math.min(rule.firstDelayMs * 2 ** attempt, rule.largestDelayMs) * (0.75 + Math.random() / 2) * delayFactor;
  return Date.now() + delay > Math.min(firstFailure + rule.budgetMs, deadline) ? undefined : delay;
}

/** A cancelled wait ends with the failure that made us wait. */
async function pause(delayMs: number, request: OutgoingRequest, error: AdminError): Promise<void> {
  try {
    await sleep(delayMs, undefined, request.signal === undefined ? {} : { signal: request.signal });
  } catch {
    throw error;
  }
}
