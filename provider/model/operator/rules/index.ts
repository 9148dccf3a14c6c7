import type { Rule } from "../../rules/rule";
import { amounts } from "./amounts";
import { connectorConfig } from "./connector-config";
import { connectorProgram } from "./connector-program";
import { manifestEffects } from "./manifest-effects";
import { manifestFields, manifestForm, manifestNames } from "./manifest-form";
import type { OperatorRule } from "./operator-rule";
import { pulsarConfig } from "./pulsar-config";

/** The rules about components of manifests, in the order of their codes. */
export const operatorRules: readonly OperatorRule[] = [
  connectorProgram,
  pulsarConfig,
  connectorConfig,
  amounts,
  manifestEffects,
];

/** All rules about manifests, for documentation. */
export const operatorRuleTable: readonly Omit<Rule, "check">[] = [
  manifestForm,
  manifestFields,
  manifestNames,
  ...operatorRules.map(({ code, severity, inManifests, title, description }) => ({
    code,
    severity,
    inManifests,
    title,
    description,
  })),
];
