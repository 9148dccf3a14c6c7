import { subscriptionNameFault } from "../../model/subscription-name";
import { isPulsarName } from "../../model/topic-name";
import { isKnown } from "../../model/unknown";
import { listOf, recordOf } from "./decode";
import { type Field } from "./field";
import { type CheckFailure } from "./resource";

type Check = NonNullable<Field["check"]>;

const failure = (property: string, reason: string): readonly CheckFailure[] => [{ property, reason }];

export const oneOf =
  (...allowed: readonly string[]): Check =>
  (value, path, show) =>
    typeof value === "string" && allowed.includes(value)
      ? []
      : failure(path, `${show(value)} is not one of ${allowed.map((item) => `"${item}"`).join(", ")}.`);

export const wholeNumber =
  (least: number, largest: number): Check =>
  (value, path, show) =>
    typeof value === "number" && Number.isInteger(value) && value >= least && value <= largest
      ? []
      : failure(path, `${show(value)} is not a whole number from ${least} to ${largest}.`);

export const trueOrFalse: Check = (value, path, show) =>
  typeof value === "boolean" ? [] : failure(path, `${show(value)} is not true or false.`);

export const matching =
  (pattern: RegExp, help: string): Check =>
  (value, path, show) =>
    typeof value === "string" && pattern.test(value) ? [] : failure(path, `${show(value)} ${help}`);

/** Names of tenants, namespaces and clusters; others Pulsar refuses. */
export const pulsarName: Check = (value, path, show) =>
  typeof value === "string" && isPulsarName(value)
    ? []
    : failure(path, `${show(value)} is not a name of letters, digits, and - = : . _`);

export const subscriptionName: Check = (value, path, show) => {
  const fault = typeof value === "string" ? subscriptionNameFault(value) : "is not a text";
  return fault === undefined ? [] : failure(path, `${show(value)} is not a name of a subscription: it ${fault}.`);
};

export const eachItem =
  (check: Check): Check =>
  (value, path, show) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => (isKnown(item) ? check(item, `${path}[${index}]`, show) : []))
      : failure(path, `${show(value)} is not a list: write [ ] around it.`);

export const notEmpty: Check = (value, path) =>
  listOf(value).length === 0 ? failure(path, "is empty; leave it out instead.") : [];

export const all =
  (...checks: readonly Check[]): Check =>
  (value, path, show) =>
    checks.flatMap((check) => check(value, path, show));

/** Properties are texts; a null would make the broker hang for good. */
export const textProperties: Check = (value, path, show) =>
  Object.entries(recordOf(value)).flatMap(([key, item]) =>
    typeof item === "string" || !isKnown(item)
      ? []
      : failure(`${path}[${show(key)}]`, `${show(item)} is not a text: write it in quotes.`),
  );

/** The form of a list whose order and repetitions mean nothing. */
export const asSet = (value: unknown): unknown => (Array.isArray(value) ? [...new Set(value)].sort() : value);
