import { argumentPath } from "../argument-path";
import { administratorsHeirs } from "../connection";
import { type CredentialKind, credentialKinds } from "../credential";
import type { MeshPlan, PulsarClusterPlan } from "../plan";
import type { PulsarAuthSpec } from "../pulsar-cluster";
import { isKnown } from "../unknown";
import { scalingFindings } from "./credentials-of-scaling";
import type { Finding, Rule } from "./rule";

/** FM073 */
export const credentials: Rule = {
  code: "FM073",
  severity: "error",
  inManifests: "error",
  title: "A credential is of one kind, and of one that its user can use",
  description:
    "A credential states exactly one kind. Pods have neither Pulumi's files nor its commands, and the instance programs take a user name and password only as parameters of a plugin; Pulumi has no plugins of the Java client. KEDA, which asks Pulsar for the backlog of members that are scaled by it, can use a token or a client certificate; beside another credential it needs one of its own.",
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
  tokenCommand: useToken,
  basic:
    "state `plugin` org.apache.pulsar.client.impl.auth.AuthenticationBasic with `params` as JSON text of userId and password",
};

function clusterFindings(plan: MeshPlan, cluster: PulsarClusterPlan): readonly Finding[] {
  const { key, spec } = cluster;
  const authPath = argumentPath("pulsar", key, "auth");
  const admin =
    spec.auth?.plugin === undefined
      ? []
      : [
          {
            path: argumentPath(authPath, "plugin"),
            message: "is for pods only",
            help: "state another kind in `auth`, and the plugin in `instanceAuth`",
          },
        ];
  const isInherited = administratorsHeirs(plan, cluster).length > 0;
  return [
    ...kindFindings(spec.auth, authPath),
    ...admin,
    ...(isInherited ? unusableFindings(spec.auth, authPath) : []),
    ...podFindings(spec.instanceAuth, argumentPath("pulsar", key, "instanceAuth")),
  ];
}

const podFindings = (auth: PulsarAuthSpec | undefined, path: string): readonly Finding[] => [
  ...kindFindings(auth, path),
  ...unusableFindings(auth, path),
];

function kindFindings(auth: PulsarAuthSpec | undefined, path: string): readonly Finding[] {
  if (auth === undefined || !isKnown(auth)) return [];
  const kinds = credentialKinds(auth);
  if (kinds.length === 1) {
    return auth.params === undefined || kinds[0] === "plugin"
      ? []
      : [{ path: argumentPath(path, "params"), message: "has no effect without `plugin`", help: "leave it out" }];
  }
  const message =
    kinds.length === 0 ? "states no credential" : `states ${kinds.length} kinds of credential: ${kinds.join(", ")}`;
  return [
    {
      path,
      message,
      help: "state exactly one of token, tokenFile, tokenCommand, oauth2, basic, tls, plugin with params",
    },
  ];
}

function unusableFindings(auth: PulsarAuthSpec | undefined, path: string): readonly Finding[] {
  if (auth === undefined || !isKnown(auth)) return [];
  return credentialKinds(auth).flatMap((kind) => {
    const help = notInPods[kind];
    return help === undefined ? [] : [{ path: argumentPath(path, kind), message: "cannot be used by pods", help }];
  });
}
