import { isKnown } from "../model/unknown";
import { listOf, recordOf } from "./decode";
import { type Field } from "./field";
import { type CheckFailure } from "./resource";

type Check = NonNullable<Field["check"]>;

const failure = (property: string, reason: string): readonly CheckFailure[] => [{ property, reason }];

export const shown = (value: unknown): string => JSON.stringify(value) ?? "nothing";

export const oneOf =
  (...allowed: readonly string[]): Check =>
  (value, path) =>
    typeof value === "string" && allowed.includes(value)
      ? []
      : failure(path, `${shown(value)} is not one of ${allowed.map((item) => `"${item}"`).join(", ")}.`);

export const wholeNumber =
  (least: number, largest: number): Check =>
  (value, path) =>
    typeof value === "number" && Number.isInteger(value) && value >= least && value <= largest
      ? []
      : failure(path, `${shown(value)} is not a whole number from ${least} to ${largest}.`);

export const trueOrFalse: Check = (value, path) =>
  typeof value === "boolean" ? [] : failure(path, `${shown(value)} is not true or false.`);

export const matching =
  (pattern: RegExp, help: string): Check =>
  (value, path) =>
    typeof value === "string" && pattern.test(value) ? [] : failure(path, `${shown(value)} ${help}`);

/** Names of tenants, namespaces and clusters; others Pulsar refuses. */
export const pulsarName = matching(/^[-=:.\w]{1,256}$/, "is not a name of letters, digits, and - = : . _");

export const eachItem =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => (isKnown(item) ? check(item, `${path}[${index}]`) : []))
      : failure(path, `${shown(value)} is not a list.`);

export const notEmpty: Check = (value, path) =>
  listOf(value).length === 0 ? failure(path, "is empty; leave it out instead.") : [];

export const all =
  (...checks: readonly Check[]): Check =>
  (value, path) =>
    checks.flatMap((check) => check(value, path));

/** Properties are texts; a null would make the broker hang for good. */
export const textProperties: Check = (value, path) =>
  Object.entries(recordOf(value)).flatMap(([key, item]) =>
    typeof item === "string" || !isKnown(item)
      ? []
      : failure(`${path}[${shown(key)}]`, `${shown(item)} is not a text.`),
  );

/** The form of a list whose order and repetitions mean nothing. */
export const asSet = (value: unknown): unknown => (Array.isArray(value) ? [...new Set(value)].sort() : value);
