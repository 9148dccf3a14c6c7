import { setTimeout as sleep } from "node:timers/promises";
import { AdminError } from "./error";
import { type OutgoingRequest, type Send } from "./request";
import { type RetryRule, retryRule } from "./retry-rules";

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
  const cluster: Contact = { hasAnswered: false };
  return async (request) => {
    // Who allows one try a long time, as for many partitions, allows it that time.
    const budgetMs = Math.max(settings.totalBudgetMs, request.timeoutMs ?? 0);
    const limited = { ...request, deadline: Date.now() + budgetMs };
    let mayHaveTakenEffect = false;
    const spent = new Spent({ deadline: limited.deadline, settings, cluster });
    let before: AdminError | undefined;
    for (;;) {
      request.onTry?.();
      try {
        const answer = await next(limited);
        cluster.hasAnswered = true;
        return answer;
      } catch (error) {
        if (!(error instanceof AdminError)) throw error;
        if (error.kind === "status") cluster.hasAnswered = true;
        const delay = spent.delayAfter(error);
        if (delay === undefined) {
          // The time that was left for the last try says less than what went wrong before.
          const told = error.kind === "timeout" && Date.now() >= limited.deadline ? (before ?? error) : error;
          throw mayHaveTakenEffect ? new AdminError({ ...told.facts, mayHaveTakenEffect }) : told;
        }
        before = error;
        mayHaveTakenEffect ||= retryRule(error.facts)?.leavesDoubt === true;
        await pause(delay, request, error);
      }
    }
  };
}

/** What all calls of a client know of its cluster. */
interface Contact {
  hasAnswered: boolean;
}

interface Limits {
  readonly deadline: number;
  readonly settings: RetrySettings;
  readonly cluster: Readonly<Contact>;
}

/** What a call has used up of each rule: one kind of failure takes no tries from another. */
class Spent {
  private readonly failures = new Map<RetryRule, number>();
  private latest: { readonly rule: RetryRule; readonly since: number } | undefined;

  constructor(private readonly limits: Limits) {}

  /** Milliseconds until the next try; `undefined` when there is none. */
  delayAfter(error: AdminError): number | undefined {
    const rule = error.retryable ? retryRule(error.facts) : undefined;
    if (rule === undefined) return undefined;
    const { deadline, settings, cluster } = this.limits;
    const now = Date.now();
    // Time that went by with another failure is not this one's.
    if (this.latest?.rule !== rule) this.latest = { rule, since: now };
    const earlier = this.failures.get(rule) ?? 0;
    this.failures.set(rule, earlier + 1);
    if (earlier >= (rule.mostRepetitions ?? Infinity)) return undefined;
    // Jitter, or sixty resources that failed together come back together.
    const jitter = (0.75 + Math.random() / 2) * settings.delayFactor;
    const delay = Math.min(rule.firstDelayMs * 2 ** earlier, rule.largestDelayMs) * jitter;
    // A call that may take an hour waits no longer than others for a broker that is away.
    const budgetMs = (cluster.hasAnswered ? undefined : rule.firstBudgetMs) ?? rule.budgetMs ?? settings.totalBudgetMs;
    return now + delay > Math.min(this.latest.since + budgetMs, deadline) ? undefined : delay;
  }
}

/** A cancelled wait ends with the failure that made us wait. */
async function pause(delayMs: number, request: OutgoingRequest, error: AdminError): Promise<void> {
  // One of its own for each wait: Node warns of a signal that more than ten wait for.
  const signal = request.signal === undefined ? {} : { signal: AbortSignal.any([request.signal]) };
  try {
    await sleep(delayMs, undefined, signal);
  } catch {
    throw error;
  }
}
