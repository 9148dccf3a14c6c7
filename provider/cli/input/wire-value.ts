import { dirname, resolve } from "node:path";
import { AssetValue } from "../../model/asset-value";
import { type WireNode } from "../../pulumi/wire/node";

/** Assets as programs in Pulumi YAML write them. */
const assets: Readonly<Record<string, (text: string, file: string) => AssetValue>> = {
  "fn::fileAsset": (path, file) => new AssetValue(besides(file, path), undefined, undefined, undefined),
  "fn::stringAsset": (text) => new AssetValue(undefined, text, undefined, undefined),
};

/** A value of a file in the form that the reader of arguments takes. */
export function wireValue(value: unknown, file: string): WireNode {
  if (Array.isArray(value)) return value.map((item) => wireValue(item, file));
  if (typeof value === "object" && value !== null) {
    return asset(value, file) ?? wireObject(value, file);
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

const wireObject = (value: object, file: string): WireNode =>
  Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wireValue(item, file)]));

function asset(value: object, file: string): AssetValue | undefined {
  const [entry, ...more] = Object.entries(value);
  if (entry === undefined || more.length > 0) return undefined;
  const [key, text] = entry;
  return typeof text === "string" && Object.hasOwn(assets, key) ? assets[key]?.(text, file) : undefined;
}

/** Paths are relative to the file that holds them; to the current directory on standard input. */
const besides = (file: string, path: string): string => resolve(file === "-" ? "." : dirname(file), path);
