import { argumentPath } from "../argument-path";
import type { CheckedMesh, Finding, Rule } from "./rule";
import { isSecret } from "../unknown";

/** FM072 */
export const readableSecrets: Rule = {
  code: "FM072",
  severity: "error",
  title: "Secrets stay secret",
  description:
    "What is neither in `secrets` nor a credential ends up in pod templates, ConfigMaps, arguments or names, where others can read it. A value is secret when Pulumi says so, however it was made.",
  check: (mesh) => [
    ...sharedFindings(mesh),
    ...mesh.plan.members.flatMap(({ spec, path }) => memberFindings(spec, path)),
  ],
};

/** What a member keeps in Kubernetes Secrets. */
const kept: ReadonlySet<string> = new Set(["secrets", "instanceAuth", "instanceTls"]);

const memberFindings = (spec: object, path: string): readonly Finding[] =>
  Object.entries(spec)
    .filter(([field]) => !kept.has(field) && !clusterFields.has(field))
    .flatMap(([field, value]) => secretsIn(value, argumentPath(path, field)));

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

function secretsIn(value: unknown, path: string): readonly Finding[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => secretsIn(item, argumentPath(path, index)));
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => secretsIn(item, argumentPath(path, key)));
  }
  if (!isSecret(value)) return [];
  return [
    {
      path,
      message: "holds a secret, which would become readable here",
      help: "put it into the member's `secrets` and read it from there; a value that is not secret after all can be unwrapped with Pulumi's unsecret",
    },
  ];
}
