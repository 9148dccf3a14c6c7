import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { Struct as StructMessage, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { decodeProperties } from "../wire/decode";
import { encodeProperties } from "../wire/encode";
import { type PlainProperties, plainProperties } from "../wire/plain";

/** The properties of a message, without the engine's marks. */
export const plainOf = (struct: Struct | undefined): PlainProperties =>
  plainProperties(decodeProperties(struct?.toJavaScript() ?? {}));

/** Properties for a message, with the engine's marks. */
export const structOf = (properties: Readonly<Record<string, unknown>>, secrets: ReadonlySet<string>): Struct =>
  StructMessage.fromJavaScript(encodeProperties(properties, secrets) as Record<string, JavaScriptValue>);

/** The type token at the end of a URN's type part. */
export function typeOfUrn(urn: string): string {
  const type = urn.split("::")[2];
  return type?.split("$").pop() ?? "";
}

export const union = (a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> => new Set([...a, ...b]);
