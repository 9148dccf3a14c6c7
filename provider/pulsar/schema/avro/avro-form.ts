import { inOrder, isJsonList, isJsonObject, type Json, type JsonObject } from "../definition-json";
import { avroName, avroPrimitives, fullAvroName, referredName } from "./avro-name";

/**
 * An Avro schema as Pulsar compares it with those that a topic has: one with other words in `doc`, other aliases, or the same names
 * spelled differently is the same to it, and it keeps the one it has. Attributes that Avro does not know do count.
 */
export const avroForm = (schema: Json): Json => new FormWriter().form(schema, "");

/** Known to Avro anywhere; where they mean nothing they do not count. */
const ofTypes: ReadonlySet<string> = new Set([
  "aliases",
  "doc",
  "fields",
  "items",
  "name",
  "namespace",
  "size",
  "symbols",
  "type",
  "values",
]);
const ofFields: ReadonlySet<string> = new Set(["aliases", "default", "doc", "name", "order", "type"]);

const others = (schema: JsonObject, known: ReadonlySet<string>): JsonObject =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => !known.has(key)));

class FormWriter {
  private readonly defined = new Set<string>();

  form(schema: Json | undefined, namespace: string): Json {
    if (schema === undefined) return null;
    if (typeof schema === "string") return this.reference(schema, namespace);
    if (isJsonList(schema)) return schema.map((branch) => this.form(branch, namespace));
    if (!isJsonObject(schema)) return schema;
    const { type } = schema;
    if (typeof type !== "string") return inOrder(schema);
    const rest = others(schema, ofTypes);
    switch (type) {
      case "record":
      case "error":
        return this.record(schema, rest, namespace);
      case "enum":
        return inOrder({
          ...others(rest, new Set(["default"])),
          type,
          name: this.define(schema, namespace),
          symbols: schema["symbols"] ?? null,
        });
      case "fixed":
        return inOrder({ ...rest, type, name: this.define(schema, namespace), size: schema["size"] ?? null });
      case "array":
        return inOrder({ ...rest, type, items: this.form(schema["items"], namespace) });
      case "map":
        return inOrder({ ...rest, type, values: this.form(schema["values"], namespace) });
      default:
        return this.plain(type, rest, namespace);
    }
  }

  private plain(type: string, rest: JsonObject, namespace: string): Json {
    const name = this.reference(type, namespace);
    return Object.keys(rest).length === 0 || !avroPrimitives.includes(type) ? name : inOrder({ ...rest, type: name });
  }

  private record(schema: JsonObject, rest: JsonObject, outer: string): Json {
    const name = this.define(schema, outer);
    const namespace = avroName(name, "").namespace;
    const fields = schema["fields"] ?? null;
    return inOrder({
      ...rest,
      type: "record",
      name,
      fields: isJsonList(fields) ? fields.map((field) => this.field(field, namespace)) : fields,
    });
  }

  private field(field: Json, namespace: string): Json {
    if (!isJsonObject(field)) return field;
    const { name = null, order, default: preset } = field;
    const direction = typeof order === "string" ? order.toLowerCase() : "ascending";
    return {
      ...others(field, ofFields),
      name,
      type: this.form(field["type"], namespace),
      ...(preset === undefined ? {} : { default: preset }),
      ...(direction === "ascending" ? {} : { order: direction }),
    };
  }

  private reference(text: string, namespace: string): string {
    if (avroPrimitives.includes(text)) return text;
    return referredName(text, namespace, (name) => this.defined.has(name)) ?? text;
  }

  /** The full name. A leading dot says that there is no namespace. */
  private define(schema: JsonObject, outer: string): string {
    const { name, namespace } = schema;
    const within = typeof namespace === "string" ? namespace : outer;
    const full = typeof name === "string" ? fullAvroName(avroName(name, within)) : "";
    this.defined.add(full);
    return full;
  }
}
