import { argumentPath, pathAbove, stepsOfPath } from "../../model/argument-path";
import { meshHome } from "../../model/mesh-home";
import type { MeshSpec } from "../../model/mesh";
import type { MeshPlan } from "../../model/plan";
import { type Problem, problemText } from "../../model/problem";
import { topicKeys } from "../../model/topic-keys";
import { topicSettingsOf } from "../../model/topic-settings-of";
import { namespace } from "../../pulsar/namespace";
import type { CheckFailure, Properties, PulsarResource } from "../../pulsar/resource/resource";
import { schema } from "../../pulsar/schema";
import { tenant } from "../../pulsar/tenant";
import { topic } from "../../pulsar/topic";
import { spokenReason } from "./spoken-reason";

/** An entry of the arguments, and the resource that is made of it. */
interface Entry {
  readonly code: string;
  readonly path: string;
  /** What the entry itself says: nothing else has a path. */
  readonly stated: object;
  readonly resource: PulsarResource;
  readonly properties: Properties;
}

/**
 * What the resources of a mesh would refuse of what it states, by the paths of its own arguments. The engine asks each resource as well,
 * one after another, when others are made already. `told` are the errors that rules have found there.
 */
export function pulsarRefusals(spec: MeshSpec, plan: MeshPlan, told: readonly Problem[]): readonly Problem[] {
  const found = [...tenantEntries(spec, plan), ...namespaceEntries(spec, plan), ...topicEntries(spec)].flatMap(
    refusals,
  );
  const errors = told.filter(({ severity }) => severity === "error").map(({ path }) => path);
  const seen = new Set<string>();
  return found.filter((problem) => {
    const { path } = problem;
    const text = problemText(problem);
    if (seen.has(text) || errors.some((other) => isWithin(path, other) || isWithin(other, path))) return false;
    seen.add(text);
    return true;
  });
}

const isWithin = (path: string, whole: string): boolean =>
  path === whole || path.startsWith(`${whole}.`) || path.startsWith(`${whole}[`);

const refused = "FM057";

const tenantEntries = (spec: MeshSpec, { tenants }: MeshPlan): readonly Entry[] =>
  tenants.map((plan) => ({
    code: refused,
    path: argumentPath("tenants", plan.tenant),
    stated: spec.tenants?.[plan.tenant] ?? {},
    resource: tenant,
    properties: { tenant: plan.tenant, ...plan.spec },
  }));

const namespaceEntries = (spec: MeshSpec, { namespaces }: MeshPlan): readonly Entry[] =>
  namespaces.map(({ tenant, pulsarNamespace, spec: settings }) => {
    const key = `${tenant}/${pulsarNamespace}`;
    return {
      code: refused,
      path: argumentPath("namespaces", key),
      stated: spec.namespaces?.[key] ?? {},
      resource: namespace,
      properties: { tenant, namespace: pulsarNamespace, ...settings },
    };
  });

/** Of others' topics the mesh makes nothing but a schema that it states. */
const topicEntries = (spec: MeshSpec): readonly Entry[] =>
  [...topicKeys({ spec, home: meshHome(spec) })].flatMap(([name, key]) => {
    const stated = spec.topics?.[key] ?? {};
    const path = argumentPath("topics", key);
    const own = { code: refused, path, stated, resource: topic };
    const ofSchema = {
      code: "FM040",
      path: argumentPath(path, "schema"),
      stated: stated.schema ?? {},
      resource: schema,
    };
    return [
      ...(stated.external === true ? [] : [{ ...own, properties: { topic: name, ...topicSettingsOf(stated) } }]),
      ...(stated.schema === undefined ? [] : [{ ...ofSchema, properties: { topic: name, ...stated.schema } }]),
    ];
  });

const refusals = ({ resource, ...entry }: Entry): readonly Problem[] =>
  resource
    .check(entry.properties, undefined)
    .failures.flatMap((failure) =>
      isStated(entry, failure.property) ? refusal(entry, failure) : lack(entry, failure),
    );

/** Whether the argument stands in the entry, as deep as arguments go. */
function isStated({ stated }: Pick<Entry, "stated">, property: string): boolean {
  let value: unknown = stated;
  for (const step of stepsOfPath(fieldOf(property).field)) {
    if (!isRecord(value) || value[step] === undefined) return false;
    value = value[step];
  }
  return true;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** A schema's definition is one text, within which no argument has a path. */
function fieldOf(property: string): { readonly field: string; readonly within: string } {
  const [, field = property, within = ""] = /^((?:key\.|value\.)?definition)\.?(.+)$/.exec(property) ?? [];
  return { field, within };
}

function refusal({ code, path }: Pick<Entry, "code" | "path">, { property, reason }: CheckFailure): Problem {
  const { field, within } = fieldOf(property);
  const at = `${path}.${field}`;
  if (stepsOfPath(field).at(-1) !== "definition") return { code, severity: "error", path: at, ...spokenReason(reason) };
  const { message, help } = spokenReason(reason, "write what Avro takes there");
  return { code, severity: "error", path: at, message: within === "" ? message : `${within} ${message}`, help };
}

/** What an entry lacks. What follows from others' arguments is looked at by rules: names, and clusters. */
function lack({ code, path, stated, properties }: Omit<Entry, "resource">, failure: CheckFailure): readonly Problem[] {
  const steps = stepsOfPath(failure.property);
  const [first = ""] = steps;
  if (!Object.hasOwn(stated, first) && Object.hasOwn(properties, first)) return [];
  const above = pathAbove(failure.property);
  const { message, help } = spokenReason(failure.reason);
  const at = above === "" ? path : `${path}.${above}`;
  return [{ code, severity: "error", path: at, message: `\`${steps.at(-1) ?? ""}\`: ${message}`, help }];
}
