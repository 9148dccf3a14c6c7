import { type Connection, isTlsUrl } from "../connection";
import { instanceCredential, trustCertsPath } from "../credential-files";
import { literalArgument, variableArgument } from "../literal-argument";
import type { MemberPlan } from "../plan";
import { hasSecrets } from "../secret-names";
import { instanceEnvironment } from "./instance-environment";

/** How one runtime spells what all have. */
export interface FlagDialect {
  readonly allowInsecure: string;
  readonly secretsProvider: string;
}

/** A member whose command line is wanted. */
export interface InstanceTarget {
  readonly member: MemberPlan;
  /** Name of its workload. */
  readonly objectName: string;
  readonly connection: Connection;
}

/** The flags that the Java and the Python instance share. */
export function sharedFlags(
  { member, objectName, connection }: InstanceTarget,
  dialect: FlagDialect,
): readonly string[] {
  const { details, ordinal, grpcPort, metricsPort } = instanceEnvironment;
  return [
    ...["--instance_id", variableArgument(ordinal)],
    ...["--function_id", objectName],
    ...["--function_version", "0"],
    ...["--function_details", variableArgument(details)],
    ...["--pulsar_serviceurl", literalArgument(connection.serviceUrl)],
    ...["--max_buffered_tuples", "100"],
    ...["--port", String(grpcPort)],
    ...["--metrics_port", String(metricsPort)],
    // Nobody calls the health check in a pod; with an interval the instance would stop itself.
    ...["--expected_healthcheck_interval", "0"],
    ...["--cluster_name", literalArgument(connection.clusterName)],
    ...tlsFlags(connection, dialect),
    ...instanceCredential(connection, member.runtime).flags.map(literalArgument),
    ...(hasSecrets(member) ? ["--secrets_provider", dialect.secretsProvider] : []),
  ];
}

function tlsFlags({ serviceUrl, tls }: Connection, dialect: FlagDialect): readonly string[] {
  if (!isTlsUrl(serviceUrl)) return ["--use_tls", "false"];
  return [
    ...["--use_tls", "true"],
    ...[dialect.allowInsecure, String(tls?.allowInsecure ?? false)],
    ...["--hostname_verification_enabled", String(tls?.verifyHostname ?? true)],
    ...(tls?.trustCerts === undefined ? [] : ["--tls_trust_cert_path", trustCertsPath]),
  ];
}
