import { type PulsarClusterSpec } from "../../model/pulsar-cluster";
import { withCredentials } from "./authorize";
import { withPortCheck } from "./binary-port";
import { type CallLog, withCallLog } from "./call-log";
import { AdminError } from "./error";
import { withFailover } from "./failover";
import { withFailures } from "./failures";
import { hostsOf } from "./hosts";
import { withRedirects } from "./redirect";
import { type AdminRequest, type AdminResponse, type Send } from "./request";
import { withRetries } from "./retry";
import { serially } from "./serially";
import { withTopicWrites } from "./topic-writes";
import { createTransport } from "./transport";

/** Talks to the admin API of one Pulsar cluster. */
export interface AdminClient {
  readonly adminUrl: string;
  /** Pulsar's own name of the cluster, where the program states it. */
  readonly clusterName: string | undefined;
  /** Resolves with a successful answer; anything else is an AdminError. */
  send(request: AdminRequest): Promise<AdminResponse>;
  /** Runs writes to one object of this cluster one after another, whichever resources they come from. */
  serially<Result>(key: string, action: () => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** How a client works; the cluster's own `limits` come first. */
export interface AdminClientSettings {
  /** Time limit of one call. */
  readonly timeoutMs: number;
  /** Time limit of one call with all its repetitions. */
  readonly totalBudgetMs: number;
  /** The most calls at the same time. */
  readonly parallelCalls: number;
  readonly delayFactor: number;
  /** Takes a line about each call. */
  readonly log?: CallLog;
}

const defaults: AdminClientSettings = { timeoutMs: 30_000, totalBudgetMs: 120_000, parallelCalls: 16, delayFactor: 1 };

/** Nothing is opened, and no credential is read, before the first call. */
export function createAdminClient(spec: PulsarClusterSpec, settings: Partial<AdminClientSettings> = {}): AdminClient {
  const { timeoutMs, parallelCalls, log, ...retries } = { ...defaults, ...settings, ...limitsOf(spec) };
  const hosts = hostsOf(spec.adminUrl);
  const transport = createTransport({
    timeoutMs,
    parallelCalls,
    ...(spec.tls === undefined ? {} : { tls: spec.tls }),
    ...(spec.auth?.tls === undefined ? {} : { certificate: spec.auth.tls }),
  });
  const authorized: Send = withCredentials(withPortCheck(transport.send), spec.auth);
  const hasCredential = spec.auth !== undefined;
  const retried = withRetries(
    withFailures(withRedirects(withFailover(authorized, hosts), hosts), { adminUrl: spec.adminUrl, hasCredential }),
    retries,
  );
  const queued = withTopicWrites(retried, hosts);
  const send = log === undefined ? queued : withCallLog(queued, log);
  return {
    adminUrl: spec.adminUrl,
    clusterName: spec.clusterName,
    send: (request) => named(spec.clusterName, send({ ...request, base: "", headers: {} })),
    serially: (key, action) => serially(`${hosts.join()} ${key}`, action),
    close: () => transport.close(),
  };
}

function limitsOf({ limits }: PulsarClusterSpec): Partial<AdminClientSettings> {
  const { callTimeoutSeconds, totalTimeoutSeconds, parallelCalls } = limits ?? {};
  return {
    ...(callTimeoutSeconds === undefined ? {} : { timeoutMs: callTimeoutSeconds * 1000 }),
    ...(totalTimeoutSeconds === undefined ? {} : { totalBudgetMs: totalTimeoutSeconds * 1000 }),
    ...(parallelCalls === undefined ? {} : { parallelCalls }),
  };
}

/** True when the failure is the cluster's or its credential's, not that of the object in question. */
const isOfCluster = ({ kind, status }: AdminError): boolean =>
  kind === "status" ? status === 401 || status === 403 : kind !== "content";

/** A cluster that does not answer is called by its name: with several of them a URL alone says little. */
async function named<Answer>(clusterName: string | undefined, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof AdminError) || clusterName === undefined || !isOfCluster(error)) throw error;
    throw new AdminError({ ...error.facts, sentence: `Pulsar cluster "${clusterName}": ${error.facts.sentence}` });
  }
}

/** The same client with a signal that cancels each call which brings none of its own. */
export const cancellable = (admin: AdminClient, signal: AbortSignal): AdminClient => ({
  ...admin,
  send: (request) => admin.send({ signal, ...request }),
});
