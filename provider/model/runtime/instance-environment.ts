/** What the command line of an instance expects of its pod. */
export const instanceEnvironment = {
  /** Environment variable with the function details. */
  details: "FUNCTION_DETAILS",
  /** Environment variable with the ordinal of the pod. */
  ordinal: "SHARD_ID",
  /** Environment variable with the name of the pod, in pods of operator manifests. */
  podName: "POD_NAME",
  /** Environment variable with the parameters of a credential that has no file. */
  credential: "CLIENT_AUTH_PARAMS",
  /** The only directory an instance writes to. */
  scratchDirectory: "/tmp",
  /** Where local code is mounted. */
  codeDirectory: "/etc/function-mesh/code",
  grpcPort: 9093,
  metricsPort: 9094,
} as const;
