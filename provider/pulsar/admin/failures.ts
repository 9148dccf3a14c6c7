import { AdminError } from "./error";
import { reasonOf } from "./reason";
import { type AdminResponse, type OutgoingRequest, type Send } from "./request";
import { retryRule } from "./retry-rules";

/** Turns every answer that is not a success into an AdminError. */
export function withFailures(next: Send, adminUrl: string): Send {
  return async (request) => {
    const response = await next(request);
    if (response.status >= 200 && response.status < 300) return response;
    throw failureOf(request, response, adminUrl);
  };
}

const hints: Readonly<Record<number, string>> = {
  401: "The credential was not accepted, or it lacks the privilege.",
  403: "The credential lacks the privilege.",
};

function failureOf(request: OutgoingRequest, response: AdminResponse, adminUrl: string): AdminError {
  const reason = reasonOf(response);
  const facts = { kind: "status", method: request.method, status: response.status, reason: reason.text } as const;
  const words = reason.text === "" ? "without a reason" : `"${reason.text}"`;
  const wrongUrl =
    response.status === 404 && !reason.fromPulsar ? ` Is ${adminUrl} the admin URL of a Pulsar cluster?` : "";
  const hint = hints[response.status];
  return new AdminError({
    ...facts,
    path: request.path,
    purpose: request.purpose,
    fromPulsar: reason.fromPulsar,
    retryable: retryRule(facts) !== undefined,
    sentence: `Pulsar answered ${response.status} ${words}.${hint === undefined ? "" : ` ${hint}`}${wrongUrl}`,
  });
}
