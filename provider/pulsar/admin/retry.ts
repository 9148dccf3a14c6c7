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
    const start = Date.now();
    let mayHaveTakenEffect = false;
    for (let attempt = 0; ; attempt++) {
      try {
        return await next(request);
      } catch (error) {
        if (!(error instanceof AdminError)) throw error;
        const delay = delayBefore(attempt, error, { spentMs: Date.now() - start, ...settings });
        if (delay === undefined)
          throw mayHaveTakenEffect ? new AdminError({ ...error.facts, mayHaveTakenEffect }) : error;
        mayHaveTakenEffect ||= error.kind === "timeout" || error.kind === "connection";
        await pause(delay, request, error);
      }
    }
  };
}

function delayBefore(
  attempt: number,
  error: AdminError,
  settings: RetrySettings & { spentMs: number },
): number | undefined {
  const rule = error.retryable ? retryRule(error.facts) : undefined;
  if (rule === undefined) return undefined;
  // Jitter, or sixty resources that failed together come back together.
  const delay =
    Math.min(rule.firstDelayMs * 2 ** attempt, rule.largestDelayMs) * (0.75 + Math.random() / 2) * settings.delayFactor;
  const budget = Math.min(rule.budgetMs, settings.totalBudgetMs);
  return settings.spentMs + delay > budget ? undefined : delay;
}

/** A cancelled wait ends with the failure that made us wait. */
async function pause(delayMs: number, request: OutgoingRequest, error: AdminError): Promise<void> {
  try {
    await sleep(delayMs, undefined, request.signal === undefined ? {} : { signal: request.signal });
  } catch {
    throw error;
  }
}
