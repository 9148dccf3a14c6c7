import { type AdminErrorFacts } from "./error";

/** How long a kind of failure is worth repeating. */
export interface RetryRule {
  readonly firstDelayMs: number;
  readonly largestDelayMs: number;
  /** Time from the first failure of this kind after which the call fails. Absent: all the time that the call has. */
  readonly budgetMs?: number;
  /** The same while the cluster has not answered any call yet: it may be that nobody is there, as where its URL is wrong. */
  readonly firstBudgetMs?: number;
  /** How many failures of this kind are worth another try. Absent: as many as the time allows. */
  readonly mostRepetitions?: number;
  /** The call may have taken effect all the same: a create that is repeated may find its own object. */
  readonly leavesDoubt?: true;
}

type Failure = Pick<AdminErrorFacts, "kind" | "method" | "status" | "reason">;

interface Row {
  readonly applies: (failure: Failure) => boolean;
  /** Absent: never repeated. */
  readonly rule?: RetryRule;
}

/** A broker that is started again: it refuses connections, cuts them, or is not ready yet. */
const away = { firstDelayMs: 200, largestDelayMs: 2_000 } as const satisfies RetryRule;
/** What passes by itself, at a broker that is there. */
const short = { ...away, budgetMs: 10_000 } as const satisfies RetryRule;
const quick = { firstDelayMs: 100, largestDelayMs: 1_000, budgetMs: 10_000 } as const satisfies RetryRule;

/** Nothing was sent, so nothing can have happened. */
const neverSent = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|CONNECT_TIMEOUT/;

/**
 * The first row that applies holds; each counts its own failures only. The statuses and words are those of Pulsar 4.0.8.
 */
const rows: readonly Row[] = [
  {
    applies: ({ kind, reason }) => kind === "connection" && neverSent.test(reason),
    rule: { ...away, firstBudgetMs: 30_000 },
  },
  { applies: ({ kind }) => kind === "connection", rule: { ...away, leavesDoubt: true } },
  {
    applies: ({ kind }) => kind === "timeout",
    rule: { firstDelayMs: 500, largestDelayMs: 4_000, leavesDoubt: true },
  },
  { applies: ({ kind }) => kind !== "status" },
  {
    applies: ({ status, reason }) => status === 409 && /concurrent modification/i.test(reason),
    rule: { firstDelayMs: 100, largestDelayMs: 2_000, budgetMs: 120_000 },
  },
  { applies: ({ status, reason }) => status === 412 && /failed to fence/i.test(reason), rule: quick },
  // The broker is being ended in order and has given its topics away, or those of another one are not taken over yet.
  { applies: ({ status, reason }) => status === 412 && /can't find owner for topic/i.test(reason), rule: short },
  { applies: ({ status }) => status === 429, rule: { firstDelayMs: 1_000, largestDelayMs: 8_000 } },
  // The broker had begun to write when it found that somebody else had written.
  {
    applies: ({ status, reason }) => status === 500 && /BadVersion/.test(reason),
    rule: { ...quick, leavesDoubt: true },
  },
  // In a namespace that was made again: the broker still writes policies of topics by its client of the one before.
  { applies: ({ status, reason }) => status === 500 && /already closed/i.test(reason), rule: short },
  // The broker, or the bookies that it writes to, are being ended in order.
  {
    applies: ({ status, reason }) => status === 500 && /Service is closed|Not enough non-faulty bookies/.test(reason),
    rule: { ...away, leavesDoubt: true },
  },
  { applies: ({ status, method }) => status === 500 && method === "GET", rule: { ...short, mostRepetitions: 2 } },
  { applies: ({ status, reason }) => status === 503 && /not enabled/i.test(reason) },
  {
    applies: ({ status }) => status === 502 || status === 503 || status === 504,
    rule: { firstDelayMs: 1_000, largestDelayMs: 5_000, leavesDoubt: true },
  },
];

export const retryRule = (failure: Failure): RetryRule | undefined => rows.find((row) => row.applies(failure))?.rule;
