import { isDeepStrictEqual } from "node:util";
import { isImport, type Properties, type PulsarResource, type StoredState } from "../../pulsar/resource/resource";

/**
 * The inputs that a read gives, without those that a check fills in by itself where nobody stated them: all of an import, which
 * `pulumi import` prints as code, and later what the import left out.
 */
export function withoutDefaults(resource: PulsarResource, read: Properties, stored: StoredState): Properties {
  const whole = resource.check(read, undefined);
  const completed = isImport(stored) ? read : withDefaults(resource, stored);
  const isFilledIn = (name: string, stated: Properties): boolean =>
    name in completed &&
    !(name in stored.inputs) &&
    isDeepStrictEqual(resource.check(without(stated, name), undefined), whole);
  return Object.keys(read).reduce((stated, name) => (isFilledIn(name, stated) ? without(stated, name) : stated), read);
}

const without = (values: Properties, name: string): Properties =>
  Object.fromEntries(Object.entries(values).filter(([key]) => key !== name));

/**
 * The inputs of a state with the defaults that its import left out, which are in its outputs. A state that has a default in
 * neither is one of a version that did not know it.
 */
export function withDefaults(resource: PulsarResource, { inputs, outputs }: StoredState): Properties {
  const filledIn = Object.entries(resource.check(inputs, undefined).inputs).filter(
    ([name, value]) => !(name in inputs) && isDeepStrictEqual(outputs[name], value),
  );
  return { ...inputs, ...Object.fromEntries(filledIn) };
}
