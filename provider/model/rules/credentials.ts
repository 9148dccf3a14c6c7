import { argumentPath } from "../argument-path";
import { administratorsHeirs } from "../connection";
import { type CredentialKind, credentialKinds } from "../credential";
import type { MeshPlan, PulsarClusterPlan } from "../plan";
import type { PulsarAuthSpec } from "../pulsar-cluster";
import { isKnown } from "../unknown";
import { adminAuthFindings, kindFindings } from "./admin-auth";
import { scalingFindings } from "./credentials-of-scaling";
import type { Finding, Rule } from "./rule";

/** FM073 */
export const credentials: Rule = {
  code: "FM073",
  severity: "error",
  inManifests: "error",
  title: "A credential is of one kind, and of one that its user can use",
  description:
    "A credential states exactly one kind. Pods have none of Pulumi's files, variables and commands, and send no headers; the instance programs take a user name and password only as parameters of a plugin; Pulumi has no plugins of the Java client. KEDA, which asks Pulsar for the backlog of members that are scaled by it, can use a token or a client certificate; beside another credential it needs one of its own.",
  check: ({ plan }) => [
    ...plan.pulsarClusters.flatMap((cluster) => clusterFindings(plan, cluster)),
    ...plan.members.flatMap(({ spec, path }) => podFindings(spec.instanceAuth, argumentPath(path, "instanceAuth"))),
    ...plan.members.flatMap((member) => scalingFindings(plan, member)),
  ],
};

const useToken = "state a `token` of its own in `instanceAuth`";

/** Kinds that pods cannot use, and what to do instead. */
const notInPods: Readonly<Partial<Record<CredentialKind, string>>> = {
  tokenFile: useToken,
  tokenVariable: useToken,
  tokenCommand: useToken,
  basic:
    "state `plugin` org.apache.pulsar.client.impl.auth.AuthenticationBasic with `params` as JSON text of userId and password",
};

function clusterFindings(plan: MeshPlan, cluster: PulsarClusterPlan): readonly Finding[] {
  const { key, spec } = cluster;
  const authPath = argumentPath("pulsar", key, "auth");
  const isInherited = administratorsHeirs(plan, cluster).length > 0;
  return [
    ...adminAuthFindings(spec.auth, authPath),
    ...(isInherited ? inheritedFindings(spec.auth, authPath) : []),
    ...podFindings(spec.instanceAuth, argumentPath("pulsar", key, "instanceAuth")),
  ];
}

const podKinds = "state exactly one of token, oauth2, tls, and plugin with its params";

const podFindings = (auth: PulsarAuthSpec | undefined, path: string): readonly Finding[] =>
  auth?.headers === undefined
    ? [...kindFindings(auth, path, podKinds), ...unusableFindings(auth, path)]
    : [unusableHeaders(path), ...unusableFindings(auth, path)];

/** Headers beside a kind that pods can use do no harm: the admin API gets them, and the pods need none. */
const inheritedFindings = (auth: PulsarAuthSpec | undefined, path: string): readonly Finding[] =>
  auth?.headers !== undefined && credentialKinds(auth).length === 0
    ? [unusableHeaders(path)]
    : unusableFindings(auth, path);

const unusableHeaders = (path: string): Finding => ({
  path: argumentPath(path, "headers"),
  message: "cannot be used by pods",
  help: "state in `instanceAuth` what members connect with: a token, or the plugin that adds these headers",
});

/** The kinds of a credential that pods cannot use. */
export function unusableFindings(auth: PulsarAuthSpec | undefined, path: string): readonly Finding[] {
  if (auth === undefined || !isKnown(auth)) return [];
  return credentialKinds(auth).flatMap((kind) => {
    const help = notInPods[kind];
    return help === undefined ? [] : [{ path: argumentPath(path, kind), message: "cannot be used by pods", help }];
  });
}
