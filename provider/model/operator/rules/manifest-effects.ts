import { fieldsAt } from "../../rules/fields-at";
import { type FieldWithoutEffect, fieldsWithoutEffect } from "../fields-without-effect";
import type { OperatorFinding, OperatorRule } from "./operator-rule";

/** FM097 */
export const manifestEffects: OperatorRule = {
  code: "FM097",
  severity: "warning",
  inManifests: "warning",
  title: "Fields of the operator that mean nothing here",
  description:
    "Some fields say how the operator itself goes about its work, or have no effect there either. They are accepted and left out.",
  check: (component) =>
    fieldsWithoutEffect
      .filter(({ kinds, unless }) => kinds.includes(component.kind) && unless?.(component) !== true)
      .flatMap((row) => withoutEffect(component.spec, component.path, row)),
};

/** The findings about a field that is stated. `false` asks for nothing. */
export const withoutEffect = (
  spec: unknown,
  path: string,
  { field, reason }: Pick<FieldWithoutEffect, "field" | "reason">,
): readonly OperatorFinding[] =>
  fieldsAt(spec, path, field.split("."))
    .filter(({ value }) => value !== false)
    .map((stated) => ({ path: stated.path, message: `has no effect: ${reason}`, help: "leave it out" }));
