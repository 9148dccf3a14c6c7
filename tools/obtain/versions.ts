/** Every version that is obtained, in one place. Changing a pin changes the cache entry, so old and new never mix. */
export const versions = {
  /** The CLI and engine. */
  pulumi: "v3.250.0",
  /** The newest release of Pulumi's SDK module that still contains the Node.js and Python language hosts. */
  pulumiHosts: "v3.68.0",
  pulumiYaml: "v1.19.1",
  /** The newest release of the Kubernetes plugin that is served as a Go module. */
  pulumiKubernetes: "v2.0.0",
  kubernetes: "v1.36.3",
  kwok: "v0.8.0",
  pulsar: "4.0.8",
  /** Pulsar's client, which the tests' programs in Go are built with. */
  goFunction: "v0.19.0",
  mavenDependencyPlugin: "3.6.1",
  /** Pulumi's SDK for Python programs in the engine tests. */
  pulumiPython: "3.272.0",
} as const;

/** What comes from Maven Central: the artifact as `mvn` names it (group:name:version:packaging[:classifier]). */
export const mavenArtifacts = {
  pulsar: {
    coordinates: `org.apache.pulsar:pulsar-server-distribution:${versions.pulsar}:tar.gz:bin`,
    sha256: "35c7d064c9e0928edbf2e708989faba0379662f98aa84ce0d4190c59efb6765e",
  },
  file: {
    coordinates: `org.apache.pulsar:pulsar-io-file:${versions.pulsar}:jar`,
    sha256: "aad6a713b45998955dcdffcdc6f7f22ea04d50387c734564d951c2a6aa485a0a",
  },
  http: {
    coordinates: `org.apache.pulsar:pulsar-io-http:${versions.pulsar}:jar`,
    sha256: "a060968a87c61f72c360651a04724e937392d22599a973df33c1fb9c23971aac",
  },
} as const;

/** Modules of the Java run-time in the image: what Pulsar's instance, its client and the examples use. */
export const javaModules = [
  "java.se",
  "jdk.unsupported",
  "jdk.crypto.ec",
  "jdk.zipfs",
  "jdk.management",
  "jdk.naming.dns",
  "jdk.httpserver",
] as const;
