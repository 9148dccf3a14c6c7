import { argumentPath } from "../argument-path";
import { administratorsHeirs } from "../connection";
import type { MemberPlan, MeshPlan, PulsarClusterPlan } from "../plan";
import type { CheckedMesh, Finding, Rule } from "./rule";
import { isSecret } from "../unknown";

/** FM072 */
export const readableSecrets: Rule = {
  code: "FM072",
  severity: "error",
  inManifests: "error",
  title: "Secrets stay secret",
  description:
    "What is neither in `secrets` nor the secret part of a credential ends up in pod templates, ConfigMaps, arguments or names, where others can read it. A value is secret when Pulumi says so, however it was made.",
  check: (mesh) => [
    ...sharedFindings(mesh),
    ...mesh.plan.pulsarClusters.flatMap((cluster) => clusterCredentialFindings(mesh.plan, cluster)),
    ...mesh.plan.members.flatMap(({ spec, path }) => memberFindings(spec, path)),
  ],
};

const memberFindings = (spec: MemberPlan["spec"], path: string): readonly Finding[] =>
  Object.entries(spec).flatMap(([field, value]) => {
    if (field === "secrets" || clusterFields.has(field) || !holdsSecret(value)) return none;
    return field === "instanceAuth" || field === "instanceTls"
      ? credentialFindings(value, argumentPath(path, field))
      : secretsIn(value, argumentPath(path, field));
  });

const none: readonly Finding[] = [];

function clusterCredentialFindings(plan: MeshPlan, cluster: PulsarClusterPlan): readonly Finding[] {
  const { key, spec } = cluster;
  const findings = (field: "auth" | "instanceAuth" | "tls" | "instanceTls"): readonly Finding[] =>
    credentialFindings(spec[field], argumentPath("pulsar", key, field));
  return [
    ...findings(administratorsHeirs(plan, cluster).length > 0 ? "auth" : "instanceAuth"),
    ...findings(spec.instanceTls === undefined ? "tls" : "instanceTls"),
  ];
}

/** What reaches pods only as a file of a Kubernetes Secret, or not at all; the rest of a credential becomes arguments. */
const notArguments: ReadonlySet<string> = new Set([
  "token",
  "tokenFile",
  "tokenVariable",
  "tokenCommand",
  "oauth2.credentials",
  "basic.username",
  "basic.password",
  "tls.cert",
  "tls.key",
  "params",
  "headers",
  "trustCerts",
]);

function credentialFindings(credential: unknown, path: string, above = ""): readonly Finding[] {
  if (typeof credential !== "object" || credential === null) return secretsIn(credential, path, onlySecretFields);
  return Object.entries(credential).flatMap(([field, value]) => {
    const at = argumentPath(path, field);
    if (notArguments.has(`${above}${field}`)) return [];
    return credentialFindings(value, at, `${above}${field}.`);
  });
}

/** A mesh of one carries these beside the fields of its member. */
const clusterFields: ReadonlySet<string> = new Set([
  "pulsar",
  "kubernetes",
  "defaults",
  "tenants",
  "namespaces",
  "topics",
  "validation",
]);

function sharedFindings({ spec }: CheckedMesh): readonly Finding[] {
  return [
    ...secretsIn(spec.defaults, "defaults"),
    ...Object.entries(spec.pulsar).flatMap(([key, { serviceUrl, webServiceUrl, clusterName }]) =>
      Object.entries({ serviceUrl, webServiceUrl, clusterName }).flatMap(([field, value]) =>
        secretsIn(value, argumentPath("pulsar", key, field)),
      ),
    ),
    ...Object.entries(spec.kubernetes).flatMap(([key, { namespace }]) =>
      secretsIn(namespace, argumentPath("kubernetes", key, "namespace")),
    ),
  ];
}

const toSecrets =
  "put it into the member's `secrets` and read it from there; a value that is not secret after all can be unwrapped with Pulumi's unsecret";
const onlySecretFields =
  "mark only the fields of the credential that are secret (`token`, `params`, `credentials`, `key`), not all of it";

/** Paths are made where there is a secret: most values hold none, and all of them are looked through. */
function secretsIn(value: unknown, path: string, help = toSecrets): readonly Finding[] {
  if (!holdsSecret(value)) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => secretsIn(item, argumentPath(path, index), help));
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => secretsIn(item, argumentPath(path, key), help));
  }
  return [
    {
      path,
      message: "holds a secret, which would become readable here",
      help,
    },
  ];
}

function holdsSecret(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsSecret);
  return typeof value === "object" && value !== null ? Object.values(value).some(holdsSecret) : isSecret(value);
}
