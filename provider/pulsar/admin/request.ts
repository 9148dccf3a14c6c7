import { isPathStep } from "../../model/path-step";

/** One call of the admin API. */
export interface AdminRequest {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  /** Path with encoded parts, from the root: `/admin/v2/tenants/retail`. Build it with `adminPath`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  /** Sent as JSON; big integers stay exact. */
  readonly body?: unknown;
  /** Sent instead of a body, as it is read. */
  readonly stream?: StreamedBody;
  /** Takes the body of a success as it arrives, in place of `text`. Called once for each try, which starts from the beginning. */
  readonly receive?: () => (chunk: Uint8Array) => void;
  /** @default "application/json" */
  readonly contentType?: string;
  /** What is wanted, as it follows "could not": `create topic persistent://retail/orders/clicks`. */
  readonly purpose: string;
  readonly timeoutMs?: number;
  /**
   * How long nothing may come, from when a try was sent, or after its last bytes. What waits for a connection is not silent. A silence
   * that is longer ends the call: it is not repeated.
   */
  readonly silenceMs?: number;
  /** Told of each try. */
  readonly onTry?: () => void;
  readonly signal?: AbortSignal;
}

/** A body too large to be held in memory. */
export interface StreamedBody {
  /** From the beginning, once for each try. What cannot be sent throws an `UnusableContent`. */
  open(): AsyncIterable<Uint8Array>;
}

/** Thrown while a body is read: nothing of it may take effect. Its message is a sentence. */
export class UnusableContent extends Error {}

/** A request on its way: where it goes, and what the layers added. */
export interface OutgoingRequest extends AdminRequest {
  /** Origin and, behind a proxy, the path before `/admin`; without a slash at the end. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  /** When all tries have to be over, in milliseconds since 1970. */
  readonly deadline?: number;
}

export interface AdminResponse {
  readonly status: number;
  readonly contentType: string;
  readonly location?: string;
  /** What time it was for whoever answered, as HTTP says it. */
  readonly date?: string;
  readonly text: string;
  /** The body, parsed with big integers exact; `undefined` for an empty body, which is Pulsar's way to say "not set". */
  json(): unknown;
}

/** A layer's view of what is below it. */
export type Send = (request: OutgoingRequest) => Promise<AdminResponse>;

/** A path from its parts, each encoded, so that no name can reach another endpoint. Those that would all the same are refused. */
export const adminPath = (...parts: readonly string[]): string => `/admin/v2/${encodedParts(parts)}`;

/** The same below `/admin/v3`, where packages are. */
export const adminPathV3 = (...parts: readonly string[]): string => `/admin/v3/${encodedParts(parts)}`;

function encodedParts(parts: readonly string[]): string {
  const step = parts.find((part) => part === "" || isPathStep(part));
  if (step !== undefined) throw new Error(`${JSON.stringify(step)} is no name in Pulsar: write another one.`);
  return parts.map((part) => encodeURIComponent(part)).join("/");
}
