import { type Credentials } from "./credentials";
import { AdminError } from "./error";
import { reasonOf } from "./reason";
import { type OutgoingRequest, type Send } from "./request";
import { errorMessage } from "../../model/error-message";

/**
 * Adds the credential to each call, to each hop of a redirect as well. A 401 without a reason means that nobody was
 * recognised, so a fresh token may help, once; with a reason Pulsar knows who asks and says no.
 */
export function withCredentials(next: Send, credentials: Credentials): Send {
  return async (request) => {
    const header = await headerFor(request, credentials, false);
    const response = await next(authorized(request, header));
    if (response.status !== 401 || header === undefined || reasonOf(response).fromPulsar) return response;
    const fresh = await headerFor(request, credentials, true);
    return fresh === header ? response : next(authorized(request, fresh));
  };
}

async function headerFor(
  request: OutgoingRequest,
  credentials: Credentials,
  fresh: boolean,
): Promise<string | undefined> {
  try {
    return await credentials(fresh);
  } catch (error) {
    const sentence = errorMessage(error);
    const { method, path, purpose } = request;
    throw new AdminError({ kind: "credentials", method, path, purpose, reason: sentence, retryable: false, sentence });
  }
}

const authorized = (request: OutgoingRequest, header: string | undefined): OutgoingRequest =>
  header === undefined ? request : { ...request, headers: { ...request.headers, authorization: header } };
