import { AdminError } from "./error";
import { reasonOf } from "./reason";
import { type AdminResponse, type OutgoingRequest, type Send } from "./request";
import { retryRule } from "./retry-rules";

/** What of a cluster's configuration explains failures. */
export interface ConfiguredCluster {
  readonly adminUrl: string;
  readonly hasCredential: boolean;
}

/** Turns every answer that is not a success into an AdminError. */
export function withFailures(next: Send, cluster: ConfiguredCluster): Send {
  return async (request) => {
    const response = await next(request);
    const isSuccess = response.status >= 200 && response.status < 300;
    if (isSuccess && !isPage(response)) return response;
    throw failureOf(request, response, cluster);
  };
}

/** No success of Pulsar's is a page; a gateway that asks people to log in answers 200 with one. */
const isPage = ({ contentType }: AdminResponse): boolean => contentType.includes("text/html");

interface Hint {
  readonly status: number;
  readonly says?: RegExp;
  /** Holds only where no credential is configured. */
  readonly withoutCredential?: true;
  readonly text: string;
}

const remembered =
  "The broker remembers parts of an earlier namespace of this name; it forgets them when it is restarted.";

const noCredential =
  "No credential is configured: state `auth` in the provider's arguments (in a mesh, in the cluster's entry in `pulsar`), or run " +
  "`pulumi config set --secret --path function-mesh:auth.token`, or set the environment variable PULSAR_TOKEN.";

/** What to do, by status and what the broker says. */
const hints: readonly Hint[] = [
  {
    status: 403,
    says: /^Cluster \[.*is not in the list of allowed clusters/,
    text: "replicationClusters and allowedClusters of a namespace have to be among the allowedClusters of its tenant.",
  },
  { status: 401, withoutCredential: true, text: noCredential },
  { status: 401, text: "The credential was not accepted, or it lacks the privilege." },
  { status: 403, withoutCredential: true, text: noCredential },
  { status: 403, text: "The credential lacks the privilege." },
  {
    status: 404,
    says: /^(Namespace not found|Namespace does not exist|Tenant does not exist)/i,
    text: "Create the tenant and the namespace first; a mesh creates those that it states in `tenants` and `namespaces`.",
  },
  {
    status: 503,
    says: /^Package Management Service is not enabled/,
    text: "Set enablePackagesManagement=true in the configuration of the brokers, and restart them.",
  },
  { status: 412, says: /^Invalid upper boundary for bundle/, text: remembered },
  { status: 422, says: /^HTTP 422/, text: remembered },
];

function hintFor({ status }: AdminResponse, words: string, { hasCredential }: ConfiguredCluster): string | undefined {
  const applies = (hint: Hint): boolean =>
    hint.status === status && hint.says?.test(words) !== false && !(hint.withoutCredential === true && hasCredential);
  return hints.find(applies)?.text;
}

function failureOf(request: OutgoingRequest, response: AdminResponse, cluster: ConfiguredCluster): AdminError {
  const reason = reasonOf(response);
  const facts = { kind: "status", method: request.method, status: response.status, reason: reason.text } as const;
  const words = reason.text === "" ? "without a reason" : `"${reason.text}"`;
  const isElsewhere = response.status === 404 || response.status < 400;
  const wrongUrl =
    isElsewhere && !reason.fromPulsar ? ` Is ${cluster.adminUrl} the admin URL of a Pulsar cluster?` : "";
  const hint = hintFor(response, reason.text, cluster);
  return new AdminError({
    ...facts,
    path: request.path,
    purpose: request.purpose,
    fromPulsar: reason.fromPulsar,
    retryable: retryRule(facts) !== undefined,
    sentence: `Pulsar answered ${response.status} ${words}.${hint === undefined ? "" : ` ${hint}`}${wrongUrl}`,
  });
}
