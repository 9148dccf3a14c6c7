import { argumentPath } from "./argument-path";
import type { SharedPolicies } from "./shared-policies";
import type { PlanContext } from "./plan-members";
import { topicKeys } from "./topic-keys";
import { readFullName } from "./topic-name";

/** A setting of a topic, as the entry states it that decides about it. */
export interface DecidedPolicy<Field extends keyof SharedPolicies> {
  /** The entry's argument. */
  readonly path: string;
  readonly value: SharedPolicies[Field];
}

/** Finds what decides about settings of topics; undefined where nothing of the mesh does. */
export type DecidePolicy = <Field extends keyof SharedPolicies>(
  topic: string,
  field: Field,
) => DecidedPolicy<Field> | undefined;

/** Brokers take what a topic says itself, else what its namespace says. That of others says nothing here. */
export function decidedPolicies({ spec, home }: Pick<PlanContext, "spec" | "home">): DecidePolicy {
  const keys = topicKeys({ spec, home });
  const { topics = {}, namespaces = {} } = spec;
  return (topic, field) => {
    const key = keys.get(topic);
    const own = key === undefined ? undefined : topics[key]?.[field];
    if (key !== undefined && own !== undefined) return { path: argumentPath("topics", key, field), value: own };
    const name = readFullName(topic);
    if (name === undefined) return undefined;
    const namespace = `${name.tenant}/${name.pulsarNamespace}`;
    const entry = Object.hasOwn(namespaces, namespace) ? namespaces[namespace] : undefined;
    if (entry === undefined || entry.external === true) return undefined;
    return { path: argumentPath("namespaces", namespace, field), value: entry[field] };
  };
}
