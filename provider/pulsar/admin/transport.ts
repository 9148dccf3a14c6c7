import { Readable } from "node:stream";
import { type Dispatcher } from "undici";
import { type ClientCertificateSpec, type PulsarTlsSpec } from "../../model/pulsar-cluster";
import { AdminError, type AdminErrorKind } from "./error";
import { parseJson, stringifyJson } from "./json";
import { type AdminResponse, type OutgoingRequest, type Send, UnusableContent } from "./request";
import { errorMessage } from "../../model/error-message";

export interface TransportSettings {
  readonly tls?: PulsarTlsSpec;
  readonly certificate?: ClientCertificateSpec;
  readonly timeoutMs: number;
  /** The most calls to one host at the same time; others wait. */
  readonly parallelCalls: number;
}

/** The lowest layer: one HTTP call, nothing more. Whatever came back with a status is an answer. */
export interface Transport {
  readonly send: Send;
  close(): Promise<void>;
}

/** Connects with the first call; undici is loaded only then, since most runs of a plugin never talk to Pulsar. */
export function createTransport(settings: TransportSettings): Transport {
  let agent: Promise<Dispatcher> | undefined;
  const connect = async (): Promise<Dispatcher> => {
    const { Agent } = await import("undici");
    const connect = { ...tlsOptions(settings), timeout: 10_000 };
    return new Agent({ connections: settings.parallelCalls, pipelining: 1, connect });
  };
  return {
    send: async (request) => exchange(await (agent ??= connect()), request, settings.timeoutMs),
    close: async () => {
      const opened = await agent;
      agent = undefined;
      await opened?.destroy();
    },
  };
}

function tlsOptions({ tls, certificate }: TransportSettings): object {
  return {
    ...(tls?.trustCerts === undefined ? {} : { ca: tls.trustCerts }),
    ...(tls?.allowInsecure === true ? { rejectUnauthorized: false } : {}),
    ...(tls?.verifyHostname === false ? { checkServerIdentity: () => undefined } : {}),
    ...(certificate === undefined ? {} : { cert: certificate.cert, key: certificate.key }),
  };
}

async function exchange(agent: Dispatcher, request: OutgoingRequest, defaultTimeoutMs: number): Promise<AdminResponse> {
  const { request: send } = await import("undici");
  const timeoutMs = timeLimit(request, defaultTimeoutMs);
  const idleMs = Math.min(timeoutMs, request.silenceMs ?? (movesMuch(request) ? 4 * defaultTimeoutMs : timeoutMs));
  const limit = AbortSignal.timeout(timeoutMs);
  const signal = request.signal === undefined ? limit : AbortSignal.any([limit, request.signal]);
  try {
    const answer = await send(urlOf(request), {
      dispatcher: agent,
      method: request.method,
      // Pulsar answers 415 to a PUT or POST without this type, even when nothing is sent.
      headers: {
        "content-type": request.contentType ?? "application/json",
        accept: "application/json",
        ...request.headers,
      },
      body: bodyOf(request),
      signal,
      headersTimeout: idleMs,
      bodyTimeout: idleMs,
    });
    return responseOf(request, answer, await textOf(request, answer));
  } catch (error) {
    throw failureOf(error, request, { timeoutMs: limit.aborted ? timeoutMs : idleMs, timedOut: limit.aborted });
  }
}

/** Such a call may take long, but has to move something all the time. */
const movesMuch = ({ stream, receive }: OutgoingRequest): boolean => stream !== undefined || receive !== undefined;

function bodyOf({ body, stream }: OutgoingRequest): Readable | string | null {
  if (stream !== undefined) return Readable.from(stream.open(), { objectMode: false });
  return body === undefined ? null : stringifyJson(body);
}

/** Failures are texts whoever takes the rest. */
async function textOf({ receive }: OutgoingRequest, { statusCode, body }: Dispatcher.ResponseData): Promise<string> {
  if (receive === undefined || statusCode >= 300) return body.text();
  const take = receive();
  for await (const chunk of body) {
    if (chunk instanceof Uint8Array) take(chunk);
  }
  return "";
}

/** The last try gets what is left of the time for all. */
const timeLimit = ({ timeoutMs, deadline }: OutgoingRequest, defaultTimeoutMs: number): number =>
  Math.max(1, Math.min(timeoutMs ?? defaultTimeoutMs, (deadline ?? Infinity) - Date.now()));

function urlOf({ base, path, query }: OutgoingRequest): string {
  const parameters = Object.entries(query ?? {}).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `${base}${path}${parameters.length === 0 ? "" : `?${parameters.join("&")}`}`;
}

function responseOf(
  request: OutgoingRequest,
  { statusCode, headers }: Pick<Dispatcher.ResponseData, "statusCode" | "headers">,
  text: string,
): AdminResponse {
  const header = (name: string): string | undefined => [headers[name]].flat()[0];
  const location = header("location");
  const date = header("date");
  return {
    status: statusCode,
    contentType: header("content-type") ?? "",
    ...(location === undefined ? {} : { location }),
    ...(date === undefined ? {} : { date }),
    text,
    json: () => (text.trim() === "" ? undefined : parsed(request, statusCode, text)),
  };
}

/** JSON.parse's own message quotes the text, which may hold anything. */
function parsed({ base, method, path, purpose }: OutgoingRequest, status: number, text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    const sentence = `Pulsar answered ${status} with what is not JSON. Is ${base} the admin URL of a Pulsar cluster?`;
    throw new AdminError({ kind: "status", method, path, purpose, status, reason: "", retryable: false, sentence });
  }
}

/** For an answer that is none; undici's error may have no code. */
const notHttp = "NOT_HTTP";

const systemWords: Readonly<Record<string, string>> = {
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection was cut",
  UND_ERR_SOCKET: "the connection was cut",
  [notHttp]: "it does not speak HTTP there; the URL may have to begin with https://",
  ENOTFOUND: "the host name is not known",
  EAI_AGAIN: "the host name could not be looked up",
  UND_ERR_CONNECT_TIMEOUT: "the connection could not be opened in 10 s",
  ERR_SSL_WRONG_VERSION_NUMBER: "it does not speak TLS there; the URL may have to begin with http://",
  ERR_TLS_CERT_ALTNAME_INVALID: "the certificate is for another host; tls.verifyHostname turns this check off",
  DEPTH_ZERO_SELF_SIGNED_CERT: "the certificate is self-signed; tls.trustCerts has to name its authority",
  SELF_SIGNED_CERT_IN_CHAIN: "the certificate's authority is not trusted; tls.trustCerts has to name it",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "the certificate's authority is not trusted; tls.trustCerts has to name it",
};

/** A broker that wants another client certificate says so, or cuts the connection. */
const wantsCertificate = /^ERR_SSL_.*ALERT_(CERTIFICATE|BAD_CERTIFICATE|UNKNOWN_CA|HANDSHAKE_FAILURE|NO_CERTIFICATE)/;
const isCut: ReadonlySet<string> = new Set(["ECONNRESET", "UND_ERR_SOCKET"]);

const worthAnotherTry = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "UND_ERR_SOCKET",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
]);

function failureOf(
  error: unknown,
  request: OutgoingRequest,
  limit: { timeoutMs: number; timedOut: boolean },
): AdminError {
  const facts = { method: request.method, path: request.path, purpose: request.purpose };
  if (request.signal?.aborted === true) {
    return new AdminError({
      ...facts,
      kind: "cancelled",
      reason: "cancelled",
      retryable: false,
      sentence: "the operation was cancelled.",
    });
  }
  if (error instanceof UnusableContent) {
    return new AdminError({ ...facts, kind: "content", reason: "", retryable: false, sentence: error.message });
  }
  const code = codeOf(error);
  const isSilent = code === "UND_ERR_HEADERS_TIMEOUT" || code === "UND_ERR_BODY_TIMEOUT";
  if (isSilent && request.silenceMs !== undefined) {
    const sentence = `${request.base} sent nothing for ${seconds(limit.timeoutMs)} s.`;
    return new AdminError({ ...facts, kind: "silence", reason: code, retryable: false, sentence });
  }
  const timedOut = limit.timedOut || isSilent;
  const kind: AdminErrorKind = timedOut ? "timeout" : "connection";
  const sentence = timedOut
    ? `${request.base} did not answer in ${seconds(limit.timeoutMs)} s. ${slowHelp}`
    : `no answer from ${request.base}: ${wordsFor(code, error)}. ${helpFor(code, request.base)}`;
  return new AdminError({ ...facts, kind, reason: code, retryable: timedOut || worthAnotherTry.has(code), sentence });
}

const slowHelp = "Run again when it does, or let the provider's limits allow more time.";

const seconds = (milliseconds: number): number => Math.round(milliseconds / 10) / 100;

const wordsFor = (code: string, error: unknown): string =>
  wantsCertificate.test(code) ? "it refuses the client certificate" : (systemWords[code] ?? errorMessage(error));

function helpFor(code: string, base: string): string {
  const certificate = "auth.tls has to state a client certificate of an authority that the broker trusts.";
  if (wantsCertificate.test(code)) return certificate;
  const reachable = "Is the broker reachable from here?";
  if (!isCut.has(code)) return reachable;
  return base.startsWith("https:")
    ? `${reachable} If it asks for client certificates: ${certificate}`
    : `${reachable} If it speaks TLS there, the URL has to begin with https://.`;
}

function codeOf(error: unknown): string {
  if (error instanceof Error && error.name === "HTTPParserError") return notHttp;
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
