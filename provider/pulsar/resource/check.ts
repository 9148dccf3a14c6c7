import { isKnown } from "../../model/unknown";
import { type FieldTable } from "./field";
import { type CheckFailure, type CheckResult, type Properties } from "./resource";
import { showOf } from "./show";

/** Fills in defaults, drops what is null, and collects everything that is wrong, without telling what is in `secrets`. */
export function checkFields(fields: FieldTable, inputs: Properties, secrets?: ReadonlySet<string>): CheckResult {
  const complete = withDefaults(fields, inputs);
  const failures = Object.entries(fields).flatMap(([name, field]): readonly CheckFailure[] => {
    const value = complete[name];
    if (value === undefined)
      return field.required === true ? [{ property: name, reason: "is missing: state it." }] : [];
    return isKnown(value) ? (field.check?.(value, name, showOf(name, secrets)) ?? []) : [];
  });
  return { inputs: complete, failures };
}

/** In the order of the table, so that the same arguments always give the same state. */
export function withDefaults(fields: FieldTable, inputs: Properties): Properties {
  const complete: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = inputs[name] ?? field.default;
    if (value !== undefined && value !== null) complete[name] = value;
  }
  return complete;
}
