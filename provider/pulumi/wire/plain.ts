import { placeholder } from "../../model/unknown";
import { AssetValue } from "../../model/asset-value";
import { Marked, type WireNode, type WireObject } from "./node";

/** A property map of a custom resource, without marks: unknown values are placeholders, secrets are listed apart. */
export interface PlainProperties {
  readonly values: Readonly<Record<string, unknown>>;
  /** Top-level properties that are secret or contain a secret. */
  readonly secrets: ReadonlySet<string>;
}

/** Takes the marks off the properties of a custom resource. Its code may see secrets: it has to send them to the broker. */
export function plainProperties(properties: WireObject): PlainProperties {
  const secrets = new Set<string>();
  const values: Record<string, unknown> = {};
  for (const [key, node] of Object.entries(properties)) {
    values[key] = plainValue(node, () => secrets.add(key));
  }
  return { values, secrets };
}

function plainValue(node: WireNode, foundSecret: () => void): unknown {
  if (node instanceof Marked) {
    if (node.secret) foundSecret();
    return node.value === undefined ? placeholder("unknown", 0) : plainValue(node.value, foundSecret);
  }
  if (node instanceof AssetValue) return node;
  if (Array.isArray(node)) return node.map((item: WireNode) => plainValue(item, foundSecret));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, plainValue(value, foundSecret)]));
}
