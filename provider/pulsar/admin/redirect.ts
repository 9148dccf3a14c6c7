import { AdminError } from "./error";
import { type OutgoingRequest, type Send } from "./request";

const most = 5;

/**
 * Follows a redirect to another broker of the same cluster, with method and body kept. A namespace that lives only in another
 * cluster answers with that cluster's URL: following would delete there, and show our credentials to it.
 */
export function withRedirects(next: Send, hosts: readonly string[]): Send {
  return async (request) => {
    let target = request;
    for (let hop = 0; ; hop++) {
      const response = await next(target);
      if (response.status !== 307 && response.status !== 308) return response;
      const location = response.location ?? "";
      if (hop === most) throw refused(request, location, `it redirected ${most} times, at last to ${shown(location)}.`);
      target = { ...target, ...targetOf(request, location, hosts) };
    }
  };
}

function targetOf(
  request: OutgoingRequest,
  location: string,
  hosts: readonly string[],
): Pick<OutgoingRequest, "base" | "path" | "query"> {
  const url = normalised(location);
  const base = hosts.find((host) => url?.full.startsWith(`${host}/`));
  if (url === undefined || base === undefined) {
    const help = "if it is a broker of the same cluster, list it there (http://a:8080,b:8080).";
    const sentence = `it redirects to ${shown(location)}. That is not a host of this cluster's adminUrl; ${help}`;
    throw refused(request, location, sentence);
  }
  return { base, path: url.full.slice(base.length), query: Object.fromEntries(url.query) };
}

/** One spelling for `HTTPS://Host:443/x` and `https://host/x`, as the hosts have it. */
function normalised(location: string): { readonly full: string; readonly query: URLSearchParams } | undefined {
  try {
    const { origin, pathname, searchParams } = new URL(location);
    return { full: origin + pathname, query: searchParams };
  } catch {
    return undefined;
  }
}

/** Without the query, in which a login page gets what others must not have. */
const shown = (location: string): string => location.split("?")[0] ?? "";

const refused = (request: OutgoingRequest, location: string, sentence: string): AdminError =>
  new AdminError({
    kind: "redirect",
    method: request.method,
    path: request.path,
    purpose: request.purpose,
    reason: shown(location),
    retryable: false,
    sentence,
  });
