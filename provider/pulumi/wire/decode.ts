import { AssetValue } from "../../model/asset-value";
import { Marked, type WireNode, type WireObject } from "./node";
import { isUnknownText, signatureKey, signatures } from "./signatures";

/** Reads the markers in a property map of the engine. */
export function decodeProperties(properties: Readonly<Record<string, unknown>>): WireObject {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, decodeValue(value)]));
}

export function decodeValue(value: unknown): WireNode {
  if (typeof value === "string") return isUnknownText(value) ? new Marked(undefined, false, []) : value;
  if (typeof value === "number" || typeof value === "boolean" || value === null || value === undefined) {
    return value ?? null;
  }
  if (Array.isArray(value)) return value.map(decodeValue);
  if (typeof value !== "object") return null;
  const record: Readonly<Record<string, unknown>> = { ...value };
  const signature = record[signatureKey];
  const read = typeof signature === "string" ? readers[signature] : undefined;
  return read === undefined ? decodeProperties(record) : read(record);
}

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

const readers: Readonly<Record<string, (record: Readonly<Record<string, unknown>>) => WireNode>> = {
  [signatures.secret]: (record) => new Marked(decodeValue(record["value"]), true, []),
  [signatures.output]: (record) =>
    new Marked(
      record["value"] === undefined ? undefined : decodeValue(record["value"]),
      record["secret"] === true,
      Array.isArray(record["dependencies"]) ? record["dependencies"].map(String) : [],
    ),
  [signatures.asset]: (record) =>
    new AssetValue(
      text(record["path"]),
      typeof record["text"] === "string" ? record["text"] : undefined,
      text(record["uri"]),
      text(record["hash"]),
    ),
  // A resource where a value is expected means its id, or its URN for a component.
  [signatures.resource]: (record) =>
    record["id"] === undefined
      ? decodeValue(record["urn"])
      : record["id"] === ""
        ? new Marked(undefined, false, [])
        : decodeValue(record["id"]),
};
