import { type PulsarAuthSpec } from "../../model/pulsar-cluster";
import { credentialsOf } from "./credentials";
import { AdminError } from "./error";
import { reasonOf } from "./reason";
import { type OutgoingRequest, type Send } from "./request";
import { errorMessage } from "../../model/error-message";

/**
 * Adds the credential to each call, to each hop of a redirect as well. A 401 without a reason means that nobody was
 * recognised, so a fresh token may help, once; with a reason Pulsar knows who asks and says no.
 */
export function withCredentials(next: Send, auth: PulsarAuthSpec | undefined): Send {
  const credentials = credentialsOf(auth);
  // In one spelling, so that one of the user's takes the place of one of ours.
  const own = Object.fromEntries(
    Object.entries(auth?.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const authorized = (request: OutgoingRequest, authorization: string | undefined): OutgoingRequest => ({
    ...request,
    headers: { ...request.headers, ...(authorization === undefined ? {} : { authorization }), ...own },
  });
  return async (request) => {
    const header = await unlessFailed(request, credentials());
    const response = await next(authorized(request, header));
    if (response.status !== 401 || header === undefined || reasonOf(response).fromPulsar) return response;
    const fresh = await unlessFailed(request, credentials(header));
    return fresh === header ? response : next(authorized(request, fresh));
  };
}

async function unlessFailed<Header>(
  { method, path, purpose }: OutgoingRequest,
  header: Promise<Header>,
): Promise<Header> {
  try {
    return await header;
  } catch (error) {
    const sentence = errorMessage(error);
    throw new AdminError({ kind: "credentials", method, path, purpose, reason: sentence, retryable: false, sentence });
  }
}
