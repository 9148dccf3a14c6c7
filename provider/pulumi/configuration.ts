import type { PulsarClusterSpec } from "../model/pulsar-cluster";
import { errorMessage } from "../model/error-message";
import { adminAuthFindings } from "../model/rules/admin-auth";
import { adminUrlFindings } from "../model/rules/connection-security";
import { limitFindings } from "../model/rules/numbers";
import { isUnknown } from "../model/unknown";
import { hostsOf } from "../pulsar/admin/hosts";
import type { CheckFailure } from "../pulsar/resource/resource";
import { checkArguments, type CheckedArguments } from "./schema/check-properties";
import { type PackageSchema, shapeOf } from "./schema/package-schema";

type Values = Readonly<Record<string, unknown>>;

/** A provider's arguments travel as texts: what is an object by the schema is JSON. */
export function parseConfiguration(values: Values, schema: PackageSchema): Values {
  const properties = schema.provider.inputProperties ?? {};
  const parsed: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    const property = properties[key];
    const isText = property !== undefined && shapeOf(property, schema).kind === "string";
    parsed[key] = typeof value === "string" && !isText && !isUnknown(value) ? parseJson(value) : value;
  }
  return parsed;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Keys that Pulumi itself adds to a provider's configuration. */
const reserved: ReadonlySet<string> = new Set(["version", "pluginDownloadURL", "__internal"]);

/** What is wrong with a provider's arguments. `adminUrl` may be missing as long as no resource needs it. */
export function checkConfiguration(
  { values, secrets }: CheckedArguments,
  schema: PackageSchema,
): readonly CheckFailure[] {
  const own = Object.fromEntries(Object.entries(values).filter(([key]) => !reserved.has(key)));
  const shape = { properties: schema.provider.inputProperties ?? {}, required: [] };
  const formal = checkArguments({ values: own, secrets }, shape, schema);
  return formal.length > 0 ? formal : meaningFailures(clusterOf(values), secrets);
}

/** What is wrong with arguments of the right form. */
function meaningFailures(spec: Partial<PulsarClusterSpec>, secrets: ReadonlySet<string>): readonly CheckFailure[] {
  const findings = [...adminAuthFindings(spec.auth, "auth"), ...limitFindings(spec.limits, "limits")];
  return [
    ...urlFailures(spec, secrets),
    ...findings.map(({ path, message, help }) => ({ property: path, reason: `${message}; ${help}` })),
  ];
}

function urlFailures(
  { adminUrl, ...spec }: Partial<PulsarClusterSpec>,
  secrets: ReadonlySet<string>,
): readonly CheckFailure[] {
  if (adminUrl === undefined || isUnknown(adminUrl)) return [];
  const property = "adminUrl";
  try {
    hostsOf(adminUrl);
  } catch (error) {
    const hidden = 'is not a URL like "https://broker.example.org:8443"';
    return [{ property, reason: secrets.has(property) ? hidden : errorMessage(error).replace(/^adminUrl /, "") }];
  }
  return adminUrlFindings({ adminUrl, ...spec }, property)
    .filter(({ severity }) => severity === "error")
    .map(({ help }) => ({ property, reason: `does not fit the credential, which is a client certificate; ${help}` }));
}

/** The cluster that a checked configuration describes. */
export function clusterOf(values: Values): Partial<PulsarClusterSpec> {
  // The keys and types were checked against the schema, which is generated from PulsarClusterSpec.
  return Object.fromEntries(Object.entries(values).filter(([key]) => !reserved.has(key))) as Partial<PulsarClusterSpec>;
}
