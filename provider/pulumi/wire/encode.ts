import { AssetValue } from "../../model/asset-value";
import { isUnknown } from "../../model/unknown";
import { signatureKey, signatures, unknownText } from "./signatures";

/**
 * A property map for the engine: placeholders of unknown values become the engine's own mark, and the properties named in
 * `secrets` are marked secret as a whole. Properties that are undefined are left out.
 */
export function encodeProperties(
  properties: Readonly<Record<string, unknown>>,
  secrets: ReadonlySet<string>,
): Record<string, unknown> {
  const encoded: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    const plain = encodeValue(value);
    encoded[key] = secrets.has(key) ? { [signatureKey]: signatures.secret, value: plain } : plain;
  }
  return encoded;
}

function encodeValue(value: unknown): unknown {
  if (isUnknown(value)) return unknownText;
  if (Array.isArray(value)) return value.map(encodeValue);
  if (typeof value !== "object" || value === null) return value;
  const mark = value instanceof AssetValue ? { [signatureKey]: signatures.asset } : {};
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return { ...mark, ...Object.fromEntries(members.map(([key, member]) => [key, encodeValue(member)])) };
}
