import { argumentPath } from "../argument-path";
import { isKnown } from "../unknown";
import { choiceFindings } from "./kubernetes-choices";
import type { Finding } from "./rule";

/** What a selector of nodes or pods compares. In a manifest anything may be missing. */
export interface Expression {
  readonly key?: string;
  readonly operator?: string;
  readonly values?: readonly string[];
}

type NumberOperator = "Gt" | "Lt";

const setOperators = ["In", "NotIn", "Exists", "DoesNotExist"];
const withoutValues: readonly string[] = ["Exists", "DoesNotExist"];

/** An expression that is one: a label, an operator, and as many values as the operator takes. Only nodes are compared by number. */
export function expressionFindings(
  expression: Expression,
  path: string,
  numberOperators: readonly NumberOperator[] = [],
): readonly Finding[] {
  const { key, operator } = expression;
  const operators = [...setOperators, ...numberOperators];
  const choices = `write one of ${operators.join(", ")}`;
  return [
    ...missing(key, argumentPath(path, "key"), "state the label that is looked at"),
    ...missing(operator, argumentPath(path, "operator"), choices),
    ...choiceFindings(operator, argumentPath(path, "operator"), operators),
    ...valueFindings(expression, argumentPath(path, "values"), operators),
  ];
}

const missing = (text: string | undefined, path: string, help: string): readonly Finding[] =>
  text === undefined || text === "" ? [{ path, message: "is missing", help }] : [];

function valueFindings(
  { operator, values }: Expression,
  path: string,
  operators: readonly string[],
): readonly Finding[] {
  if (operator === undefined || !isKnown(operator) || !operators.includes(operator) || !isKnown(values)) return [];
  const stated = values ?? [];
  const finding = (message: string, help: string): readonly Finding[] => [{ path, message, help }];
  if (withoutValues.includes(operator)) {
    const help = "leave it out, or use the operator In";
    return stated.length === 0 ? [] : finding(`does not go with the operator ${operator}`, help);
  }
  if (stated.length === 0) return finding("is missing", `state what ${operator} compares with`);
  return operator === "Gt" || operator === "Lt" ? numberFindings(stated, path, operator) : [];
}

function numberFindings(values: readonly string[], path: string, operator: NumberOperator): readonly Finding[] {
  const [value] = values;
  if (values.length > 1)
    return [{ path, message: `has ${values.length} values, and ${operator} takes one`, help: "keep one of them" }];
  if (!isKnown(value) || /^[-+]?\d+$/.test(value ?? "")) return [];
  const help = "write a whole number, or use the operator In";
  // The API server takes it; no node is ever found.
  return [{ path: argumentPath(path, 0), message: `"${value}" is not a whole number`, help, inManifests: "warning" }];
}
