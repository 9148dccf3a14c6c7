import { recordOf, textRecordOf } from "../resource/decode";
import { avroForm } from "./avro/avro-form";
import { inOrder, parseDefinition, printJson } from "./definition-json";
import { normalType } from "./schema-types";

/** A definition whose white space and order of keys mean nothing: what the program says. */
export const textForm = (definition: unknown): unknown => formOf(definition, inOrder);

/** A definition as Pulsar tells it from others: less than what the text says. */
export const brokerForm = (definition: unknown): unknown => formOf(definition, avroForm);

function formOf(definition: unknown, form: typeof inOrder): unknown {
  if (typeof definition !== "string") return definition;
  const json = parseDefinition(definition);
  return json === undefined ? definition.trim() : printJson(inOrder(form(json)));
}

/** The schema of keys or of values, with its definition in one of the two forms. */
export const partForm =
  (form: (definition: unknown) => unknown) =>
  (value: unknown): unknown => {
    const { type, definition = "", properties } = recordOf(value);
    return { type: normalType(type), definition: form(definition), properties: textRecordOf(properties) };
  };
