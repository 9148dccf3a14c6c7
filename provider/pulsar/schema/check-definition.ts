import { isKnown } from "../../model/unknown";
import { type CheckFailure } from "../resource/resource";
import { type Show } from "../resource/show";
import { avroFaults } from "./avro/avro-schema";
import { isJsonObject, type Json, parseDefinition } from "./definition-json";
import { definitionKind } from "./schema-types";

/** A definition with its type, and the path of the arguments that hold them: empty, `key.` or `value.`. */
export interface TypedDefinition {
  readonly type: unknown;
  readonly definition: unknown;
  readonly path: "" | "key." | "value.";
}

interface Showing {
  readonly show: Show;
  /** Whether the definition may be quoted: not where the program keeps it secret. */
  readonly isShown: boolean;
}

/** Pulsar answers some of these with a stack trace and others without saying what is wrong; of some it dies later. */
export function checkDefinition(given: TypedDefinition, { show, isShown }: Showing): readonly CheckFailure[] {
  const { type, definition = "", path } = given;
  const kind = definitionKind(type);
  if (kind === undefined || kind === "keyValue" || typeof definition !== "string" || !isKnown(definition)) return [];
  const property = `${path}definition`;
  if (kind === "none")
    return definition === "" ? [] : [{ property, reason: `a schema of type ${show(type)} has none: leave it out.` }];
  const json = parseDefinition(definition);
  if (json === undefined)
    return [{ property, reason: `a schema of type ${show(type)} needs one of its form: write ${wanted[kind]}.` }];
  if (kind === "protobuf") return protobufFailures(json, property);
  const top =
    Array.isArray(json) && type === "AVRO"
      ? [{ path: "", text: "is a union, which Pulsar does not take for AVRO" }]
      : [];
  return [...top, ...avroFaults(json)].map((fault) => ({
    property: `${property}${fault.path}`,
    reason: isShown ? `${fault.text}.` : "is wrong in Avro; correct what stands there, which is secret.",
  }));
}

const wanted = {
  avro: "an Avro schema as JSON text",
  protobuf: "a JSON object with fileDescriptorSet, rootMessageTypeName and rootFileDescriptorName",
} as const;

function protobufFailures(json: Json, property: string): readonly CheckFailure[] {
  if (!isJsonObject(json)) return [{ property, reason: `is not ${wanted.protobuf}.` }];
  const names = ["fileDescriptorSet", "rootMessageTypeName", "rootFileDescriptorName"];
  return names
    .filter((name) => typeof json[name] !== "string" || json[name] === "")
    .map((name) => ({
      property: `${property}.${name}`,
      reason: "is missing, or is no text: take the definition from the generated class of the message.",
    }));
}
