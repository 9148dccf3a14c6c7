import { argumentPath } from "../../argument-path";
import { fieldsAt } from "../../rules/fields-at";
import { readBuiltinRule } from "../convert/autoscaling";
import { type FieldWithoutEffect, fieldsWithoutEffect } from "../fields-without-effect";
import type { Component } from "../component";
import type { OperatorFinding, OperatorRule } from "./operator-rule";

/** FM097 */
export const manifestEffects: OperatorRule = {
  code: "FM097",
  severity: "warning",
  inManifests: "warning",
  title: "Fields of the operator that mean nothing here",
  description:
    'Some fields say how the operator itself goes about its work, or have no effect there either. They are accepted and left out. So is a component that an annotation takes out of the operator\'s care (`compute.functionmesh.io/managed: "false"`).',
  check: (component) => [
    ...fieldsWithoutEffect
      .filter(({ kinds, unless }) => kinds.includes(component.kind) && unless?.(component) !== true)
      .flatMap((row) => withoutEffect(component.spec, component.path, row)),
    ...unreadRules(component),
    ...pausedRollout(component),
  ],
};

/** The operator passes over a rule that it does not know. */
const unreadRules = ({ path, spec }: Component): readonly OperatorFinding[] =>
  (spec.pod?.builtinAutoscaler ?? []).flatMap((rule, index): readonly OperatorFinding[] =>
    readBuiltinRule(rule) !== undefined
      ? []
      : [
          {
            path: argumentPath(path, "pod", "builtinAutoscaler", index),
            message: `has no effect: "${rule}" is none of the operator's rules`,
            help: "write AverageUtilizationCPUPercent20, …50 or …80, or the same with Memory in place of CPU",
          },
        ],
  );

const pause = "compute.functionmesh.io/pause-rollout";

const pausedRollout = ({ annotations }: Component): readonly OperatorFinding[] =>
  annotations[pause] !== "true"
    ? []
    : [
        {
          path: argumentPath("metadata.annotations", pause),
          message: "has no effect: instances restart when what they are told changes, and previews say so before",
          help: "leave it out",
        },
      ];

/** The findings about a field that is stated. `false` asks for nothing. */
export const withoutEffect = (
  spec: unknown,
  path: string,
  { field, reason }: Pick<FieldWithoutEffect, "field" | "reason">,
): readonly OperatorFinding[] =>
  fieldsAt(spec, path, field.split("."))
    .filter(({ value }) => value !== false)
    .map((stated) => ({ path: stated.path, message: `has no effect: ${reason}`, help: "leave it out" }));
