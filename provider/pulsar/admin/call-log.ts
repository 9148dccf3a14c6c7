import { AdminError } from "./error";
import { type Send } from "./request";

/** Takes a line about a call, for the debug log. */
export type CallLog = (line: string) => void;

/**
 * Writes a line about each call when it is over: what was asked for, how it ended, how long it and its repetitions took. Names
 * of objects are all that it tells of what was sent: no query, no header, no body.
 */
export function withCallLog(next: Send, log: CallLog): Send {
  return async (request) => {
    const start = Date.now();
    let tries = 0;
    const tell = (end: string): void =>
      log(
        `${request.method} ${request.path}: ${end} in ${Date.now() - start} ms${tries > 1 ? `, ${tries} tries` : ""}`,
      );
    const onTry = (): void => {
      tries += 1;
      request.onTry?.();
    };
    try {
      const response = await next({ ...request, onTry });
      tell(String(response.status));
      return response;
    } catch (error) {
      tell(error instanceof AdminError ? endOf(error) : "failed");
      throw error;
    }
  };
}

/** The status, or why there is none; of a credential that could not be had only that. */
function endOf({ kind, status, reason }: AdminError): string {
  if (status !== undefined) return String(status);
  return kind === "connection" && /^\w+$/.test(reason) ? `${kind} ${reason}` : kind;
}
