import { isKnown } from "../../model/unknown";
import { recordOf } from "../resource/decode";
import { type Field } from "../resource/field";
import { textProperties } from "../resource/field-checks";
import { type CheckFailure, type Properties } from "../resource/resource";
import { keyValueProperties } from "./key-value";
import { checkSchemaType } from "./schema-types";

/** Type and properties of keys or values; the definition is looked at together with the type. */
export const checkPart: NonNullable<Field["check"]> = (value, path, show) => {
  const { type, properties } = recordOf(value);
  if (type === undefined || type === null)
    return [{ property: `${path}.type`, reason: 'is missing: write a type of schema, such as "STRING".' }];
  const ofType = !isKnown(type)
    ? []
    : type === "KEY_VALUE"
      ? [{ property: `${path}.type`, reason: "is a pair again, which Pulsar cannot read: write another type." }]
      : checkSchemaType(type, `${path}.type`, show);
  return [...ofType, ...(isKnown(properties) ? textProperties(properties, `${path}.properties`, show) : [])];
};

const parts = ["key", "value"] as const;
const onlyPairs = ["key", "value", "encoding"] as const;

/** Keys, values and encoding go with KEY_VALUE, and with it they are all that describes the messages. */
export function checkKeyValue(inputs: Properties): readonly CheckFailure[] {
  const { type, definition = "", properties } = inputs;
  if (!isKnown(type)) return [];
  if (type !== "KEY_VALUE") {
    return onlyPairs
      .filter((name) => inputs[name] !== undefined)
      .map((name) => ({ property: name, reason: "is for schemas of type KEY_VALUE only: leave it out." }));
  }
  const missing = parts.filter((name) => inputs[name] === undefined);
  const own = Object.keys(recordOf(properties)).filter((name) => keyValueProperties.includes(name));
  return [
    ...missing.map((property) => ({
      property,
      reason: "is missing, and a schema of type KEY_VALUE needs key and value: state it.",
    })),
    ...(definition === ""
      ? []
      : [{ property: "definition", reason: "a schema of type KEY_VALUE has none: state key and value instead." }]),
    ...own.map((name) => ({
      property: `properties[${JSON.stringify(name)}]`,
      reason: "is written from key, value and encoding: state those instead.",
    })),
  ];
}
