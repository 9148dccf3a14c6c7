import { isJsonList, isJsonObject, type Json, JsonNumber, type JsonObject, printJson } from "../definition-json";
import { isAvroDefault, isNumberAsText } from "./avro-default";
import { type AvroName, avroName, avroPrimitives, fullAvroName, isAvroLocalName, referredName } from "./avro-name";
import { type AvroField, type AvroRecord, type AvroType, branchName } from "./avro-type";

/** What is wrong in an Avro schema, and where. */
export interface AvroFault {
  /** From the whole schema: `.fields[2].type`; empty for the schema itself. */
  readonly path: string;
  readonly text: string;
}

/**
 * What Pulsar refuses in an Avro schema without saying where, and what it takes and then chokes on. Attributes that it does not
 * look at may be anything.
 */
export function avroFaults(schema: Json): readonly AvroFault[] {
  const reader = new AvroReader();
  reader.read(schema, { path: "", namespace: "" });
  return reader.faults;
}

/** Where a type stands, and the namespace that its names are in. */
interface Place {
  readonly path: string;
  readonly namespace: string;
}

class AvroReader {
  readonly faults: AvroFault[] = [];
  private readonly defined = new Map<string, AvroType>();

  read(schema: Json | undefined, place: Place): AvroType | undefined {
    if (typeof schema === "string") return this.byName(schema, place);
    if (isJsonList(schema)) return this.union(schema, place);
    if (!isJsonObject(schema)) return this.fault(place.path, `${told(schema)} is no type`);
    const type = schema["type"];
    if (typeof type !== "string") return this.fault(`${place.path}.type`, `${told(type)} is no type`);
    switch (type) {
      case "record":
      case "error":
        return this.record(schema, place);
      case "enum":
        return this.enumeration(schema, place);
      case "fixed":
        return this.fixed(schema, place);
      case "array":
        return { kind: "array", of: this.read(schema["items"], { ...place, path: `${place.path}.items` }) };
      case "map":
        return { kind: "map", of: this.read(schema["values"], { ...place, path: `${place.path}.values` }) };
      default:
        return this.byName(type, { ...place, path: `${place.path}.type` });
    }
  }

  private byName(text: string, { path, namespace }: Place): AvroType | undefined {
    if (avroPrimitives.includes(text)) return { kind: "primitive", name: text };
    const name = referredName(text, namespace, (each) => this.defined.has(each));
    const found = name === undefined ? undefined : this.defined.get(name);
    return found ?? this.fault(path, `${told(text)} is no type of Avro, and no type of that name is defined before`);
  }

  private union(branches: readonly Json[], place: Place): AvroType {
    const of = branches.map((branch, index) => this.read(branch, { ...place, path: `${place.path}[${index}]` }));
    const names = new Set<string>();
    of.forEach((branch, index) => {
      if (branch === undefined) return;
      const path = `${place.path}[${index}]`;
      const name = branchName(branch);
      if (branch.kind === "union") this.fault(path, "is a union in a union");
      else if (names.has(name)) this.fault(path, `is a second ${name} in one union`);
      names.add(name);
    });
    return { kind: "union", of };
  }

  private record(schema: JsonObject, place: Place): AvroType {
    const name = this.name(schema, place);
    const fields: AvroField[] = [];
    const record: AvroRecord = { kind: "record", name: fullAvroName(name) };
    // Before its fields: they may hold the record itself.
    this.define(record, name, place);
    const given = schema["fields"];
    if (!isJsonList(given)) this.fault(`${place.path}.fields`, `${told(given)} is no list of fields`);
    else {
      given.forEach((each, index) => {
        const at = { path: `${place.path}.fields[${index}]`, namespace: name.namespace };
        const field = this.field(each, at);
        if (field === undefined) return;
        if (fields.some((earlier) => earlier.name === field.name))
          this.fault(`${at.path}.name`, `${told(field.name)} is the name of two fields`);
        fields.push(field);
      });
    }
    record.fields = fields;
    return record;
  }

  private field(field: Json, place: Place): AvroField | undefined {
    const { path } = place;
    if (!isJsonObject(field)) return this.fault(path, `${told(field)} is no field`);
    const { name, order } = field;
    if (typeof name !== "string" || !isAvroLocalName(name))
      return this.fault(`${path}.name`, `${told(name)} is no name of letters, digits and _`);
    if (order !== undefined && !/^(ascending|descending|ignore)$/i.test(typeof order === "string" ? order : ""))
      this.fault(`${path}.order`, `${told(order)} is not "ascending", "descending" or "ignore"`);
    this.aliases(field, path);
    const type = this.read(field["type"], { ...place, path: `${path}.type` });
    const preset = field["default"];
    if (preset === undefined) return { name, type };
    if (!isNumberAsText(type, preset) && !isAvroDefault(type, preset))
      this.fault(`${path}.default`, `${told(preset)} is no value of the field's ${defaultType(type)}`);
    return { name, type, default: preset };
  }

  private enumeration(schema: JsonObject, place: Place): AvroType {
    const name = this.name(schema, place);
    const symbols = schema["symbols"];
    const path = `${place.path}.symbols`;
    if (isJsonList(symbols)) {
      symbols.forEach((symbol, index) => {
        if (typeof symbol !== "string" || !isAvroLocalName(symbol))
          this.fault(`${path}[${index}]`, `${told(symbol)} is no symbol of letters, digits and _`);
        else if (symbols.indexOf(symbol) < index) this.fault(`${path}[${index}]`, `${told(symbol)} is there twice`);
      });
      const preset = schema["default"];
      if (typeof preset === "string" && !symbols.includes(preset))
        this.fault(`${place.path}.default`, `${told(preset)} is none of the symbols`);
    } else this.fault(path, `${told(symbols)} is no list of symbols`);
    return this.define({ kind: "enum", name: fullAvroName(name) }, name, place);
  }

  private fixed(schema: JsonObject, place: Place): AvroType {
    const name = this.name(schema, place);
    const size = schema["size"];
    const isSize = size instanceof JsonNumber && size.isWhole && Number(size.text) >= 0 && Number(size.text) < 2 ** 31;
    if (!isSize) this.fault(`${place.path}.size`, `${told(size)} is no number of bytes`);
    return this.define({ kind: "fixed", name: fullAvroName(name) }, name, place);
  }

  private name(schema: JsonObject, { path, namespace }: Place): AvroName {
    const own = schema["namespace"];
    const within = typeof own === "string" ? own : namespace;
    this.aliases(schema, path, within);
    const text = schema["name"];
    if (typeof text !== "string") {
      this.fault(`${path}.name`, `${told(text)} is no name`);
      return { namespace: within, local: "" };
    }
    const name = avroName(text, within);
    if (!isAvroLocalName(name.local)) this.fault(`${path}.name`, `${told(text)} is no name of letters, digits and _`);
    return name;
  }

  /** Those of types are names; those of fields any text. */
  private aliases(schema: JsonObject, path: string, namespace?: string): void {
    const aliases = schema["aliases"];
    if (aliases === undefined) return;
    if (!isJsonList(aliases)) this.fault(`${path}.aliases`, `${told(aliases)} is no list of names`);
    else
      aliases.forEach((alias, index) => {
        const isName =
          typeof alias === "string" && (namespace === undefined || isAvroLocalName(avroName(alias, "").local));
        if (!isName) this.fault(`${path}.aliases[${index}]`, `${told(alias)} is no name`);
      });
  }

  private define(type: Extract<AvroType, { name: string }>, name: AvroName, { path }: Place): AvroType {
    if (avroPrimitives.includes(type.name)) this.fault(`${path}.name`, `${told(type.name)} is a type of Avro's own`);
    else if (this.defined.has(type.name)) this.fault(`${path}.name`, `${told(type.name)} is the name of two types`);
    else if (name.local !== "") this.defined.set(type.name, type);
    return type;
  }

  private fault(path: string, text: string): undefined {
    this.faults.push({ path, text });
    return undefined;
  }
}

const longest = 60;

function told(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  const text = printJson(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function defaultType(type: AvroType | undefined): string {
  if (type?.kind === "union") return "first type";
  return `type ${type === undefined ? "" : branchName(type)}`;
}
