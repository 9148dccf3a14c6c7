import { isDeepStrictEqual } from "node:util";
import { withDefaults } from "./check";
import { type FieldTable, normalOf } from "./field";
import { type Properties, type PropertyChange, type Secrets } from "./resource";

/** The changes from old to new arguments; an argument that is not known yet counts as changed. */
export function diffFields(
  fields: FieldTable,
  oldInputs: Properties,
  newInputs: Properties,
): readonly PropertyChange[] {
  const before = withDefaults(fields, oldInputs);
  const after = withDefaults(fields, newInputs);
  return Object.entries(fields).flatMap(([name, field]) =>
    changes(name, normalOf(field, before[name]), normalOf(field, after[name])).map((change) => ({
      ...change,
      replace: field.replace === true,
    })),
  );
}

type Change = Omit<PropertyChange, "replace">;

/** Objects are compared member by member, so that a preview shows the one that changed. */
function changes(path: string, before: unknown, after: unknown): readonly Change[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (before === undefined) return [{ path, kind: "add" }];
  if (after === undefined) return [{ path, kind: "delete" }];
  if (!isRecord(before) || !isRecord(after)) return [{ path, kind: "update" }];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => changes(memberPath(path, name), before[name], after[name]));
}

const isRecord = (value: unknown): value is Properties =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const memberPath = (path: string, name: string): string =>
  /^[A-Za-z_]\w*$/.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`;

/**
 * Declared arguments whose value at the broker is another, each with both values unless it is secret. `actual` has an entry for each argument that
 * can be read, `undefined` where nothing is set.
 */
export function differingFields(
  fields: FieldTable,
  declared: Properties,
  actual: Properties,
  secrets: Secrets,
): readonly string[] {
  return Object.keys(actual).flatMap((name) => {
    const field = fields[name] ?? {};
    const wanted = normalOf(field, declared[name]);
    const found = normalOf(field, actual[name]);
    if (wanted === undefined || isDeepStrictEqual(wanted, found)) return [];
    if (secrets?.has(name) === true) return [`${name} (secret)`];
    return [`${name} (declared: ${shown(declared[name])}, at the broker: ${shown(actual[name])})`];
  });
}

const shown = (value: unknown): string => (value === undefined ? "not set" : JSON.stringify(value));

/**
 * Declared arguments as the broker has them, in the program's own spelling where both mean the same: what then differs is
 * drift. Arguments that are not declared are not owned and stay out.
 */
export function asDeclared(fields: FieldTable, declared: Properties, actual: Properties): Properties {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(declared)) {
    const field = fields[name] ?? {};
    const isReadable = name in actual;
    const isSame = isReadable && isDeepStrictEqual(normalOf(field, value), normalOf(field, actual[name]));
    const found = !isReadable || isSame ? value : actual[name];
    if (found !== undefined) result[name] = found;
  }
  return result;
}
