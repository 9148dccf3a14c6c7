import { AdminError } from "./error";
import { type Send } from "./request";

/**
 * Sends to the host that answered last; when no connection can be made, to the next one. Only refused connections move on:
 * a call that may have arrived is repeated by the layer that knows whether it may be.
 */
export function withFailover(next: Send, hosts: readonly string[]): Send {
  let current = 0;
  return async (request) => {
    for (let attempt = 1; ; attempt++) {
      const base = request.base === "" ? (hosts[current] ?? "") : request.base;
      try {
        return await next({ ...request, base });
      } catch (error) {
        if (!isUnreachable(error) || request.base !== "" || attempt >= hosts.length) throw error;
        current = (current + 1) % hosts.length;
      }
    }
  };
}

const isUnreachable = (error: unknown): boolean =>
  error instanceof AdminError && error.kind === "connection" && /ECONNREFUSED|ENOTFOUND|TIMEOUT/.test(error.reason);
