/**
 * How a call failed: with a status, without any answer, by a silence longer than its request allows, because the operation was
 * cancelled, or what was to be sent was wrong.
 */
export type AdminErrorKind =
  "status" | "connection" | "timeout" | "silence" | "cancelled" | "redirect" | "credentials" | "content";

export interface AdminErrorFacts {
  readonly kind: AdminErrorKind;
  readonly method: string;
  readonly path: string;
  readonly purpose: string;
  /** Pulsar's own words, or the system's. */
  readonly reason: string;
  readonly status?: number;
  /** True when the answer was JSON: only then did Pulsar itself speak, not a proxy or its HTTP server. */
  readonly fromPulsar?: boolean;
  readonly retryable: boolean;
  /** An earlier try of the same call got no answer, so it may have taken effect. */
  readonly mayHaveTakenEffect?: boolean;
  readonly sentence: string;
}

/** A call of the admin API that failed. */
export class AdminError extends Error {
  readonly kind: AdminErrorKind;
  readonly method: string;
  readonly path: string;
  readonly reason: string;
  readonly status: number | undefined;
  readonly fromPulsar: boolean;
  readonly retryable: boolean;
  readonly mayHaveTakenEffect: boolean;

  constructor(readonly facts: AdminErrorFacts) {
    super(`Could not ${facts.purpose}: ${facts.sentence}`);
    this.name = "AdminError";
    this.kind = facts.kind;
    this.method = facts.method;
    this.path = facts.path;
    this.reason = facts.reason;
    this.status = facts.status;
    this.fromPulsar = facts.fromPulsar ?? false;
    this.retryable = facts.retryable;
    this.mayHaveTakenEffect = facts.mayHaveTakenEffect ?? false;
  }
}

/** True when Pulsar says that the object does not exist. An HTML 404 is a wrong URL, and no proof that something is gone. */
export const isNotFound = (error: unknown): error is AdminError =>
  error instanceof AdminError && error.status === 404 && error.fromPulsar;

/** True when a create failed because the object is there; reaching a limit answers 409 as well. */
export const isAlreadyExists = (error: unknown): error is AdminError =>
  error instanceof AdminError && error.status === 409 && /exist/i.test(error.reason);

/** True when a delete was refused because something still uses the object. */
export const isInUse = (error: unknown): error is AdminError =>
  error instanceof AdminError &&
  ((error.status === 409 && /non empty|not empty|still has|active/i.test(error.reason)) ||
    (error.status === 412 && /connected|active|in use/i.test(error.reason)));

/** The answer, or `undefined` when Pulsar says that the object does not exist. */
export async function unlessNotFound<Answer>(call: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
