import { literalArgument, variableArgument } from "../literal-argument";
import type { MemberPlan } from "../plan";
import type { AccessAuth, PulsarAccess } from "../pulsar-access";
import { hasSecrets } from "../secret-names";
import { instanceEnvironment } from "./instance-environment";
import type { InstanceTarget } from "./instance-target";

/** How one runtime spells what all have. */
export interface FlagDialect {
  /** The class that finds secrets in the environment; undefined where there is none. */
  readonly secretsProvider: string | undefined;
  /** Makes an instance read the parameters of its credential from a file. */
  readonly fileFlags: (path: string) => readonly string[];
}

/** The flags that the Java, the Python and the generic instances share. */
export function sharedFlags({ member, objectName, access }: InstanceTarget, dialect: FlagDialect): readonly string[] {
  const { details, ordinal, grpcPort, metricsPort } = instanceEnvironment;
  const { secretsProvider } = dialect;
  return [
    "--instance_id",
    variableArgument(ordinal),
    "--function_id",
    objectName,
    "--function_version",
    "0",
    "--function_details",
    variableArgument(details),
    "--pulsar_serviceurl",
    access.serviceUrl,
    "--max_buffered_tuples",
    "100",
    "--port",
    String(grpcPort),
    "--metrics_port",
    String(metricsPort),
    // Nobody calls the health check in a pod; with an interval the instance would stop itself.
    "--expected_healthcheck_interval",
    "0",
    "--cluster_name",
    access.clusterName,
    ...tlsFlags(access),
    ...authFlags(access.auth, dialect),
    ...(hasSecrets(member) && secretsProvider !== undefined ? ["--secrets_provider", secretsProvider] : []),
    ...stateFlags(member),
  ];
}

function tlsFlags({ tls }: PulsarAccess): readonly string[] {
  if (tls === undefined) return ["--use_tls", "false"];
  return [
    ...["--use_tls", "true"],
    // The Python instance calls it --tls_allow_insecure_connection, and takes this as its beginning.
    ...["--tls_allow_insecure", tls.allowInsecure],
    ...["--hostname_verification_enabled", tls.verifyHostname],
    ...(tls.trustCertsPath === undefined ? [] : ["--tls_trust_cert_path", tls.trustCertsPath]),
  ];
}

function authFlags(auth: AccessAuth | undefined, { fileFlags }: FlagDialect): readonly string[] {
  if (auth === undefined) return [];
  const params = auth.params.kind === "file" ? fileFlags(auth.params.path) : ["--client_auth_params", auth.params.text];
  return ["--client_auth_plugin", auth.plugin, ...params];
}

function stateFlags(member: MemberPlan): readonly string[] {
  const state = member.spec.statefulConfig;
  return state === undefined ? [] : ["--state_storage_serviceurl", literalArgument(state.pulsar.serviceUrl)];
}
