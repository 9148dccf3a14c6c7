import { dirname, resolve } from "node:path";
import { AssetValue } from "../../model/asset-value";
import { Marked, type WireNode } from "../../pulumi/wire/node";
import { type CalledFunction, calledFunction, callsNothing } from "./called-function";

/** Assets as programs in Pulumi YAML write them. */
const assets: Readonly<Record<string, (text: string, file: string) => AssetValue>> = {
  "fn::fileAsset": (path, file) => new AssetValue(besides(file, path), undefined, undefined, undefined),
  "fn::stringAsset": (text) => new AssetValue(undefined, text, undefined, undefined),
};

/** A secret as such programs write it. */
const secret = "fn::secret";

/** A value as JSON text, as such programs write a schema's definition. */
const json = "fn::toJSON";

/** True for what stands in a file as it would in a program in Pulumi YAML, and means the same. */
export const isRead = ({ name, argument }: CalledFunction): boolean =>
  name === secret || (name === json && callsNothing(argument)) || Object.hasOwn(assets, name);

/** A value of a file in the form that the reader of arguments takes. */
export function wireValue(value: unknown, file: string): WireNode {
  if (Array.isArray(value)) return value.map((item) => wireValue(item, file));
  if (typeof value === "object" && value !== null) {
    return called(value, file) ?? wireObject(value, file);
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

const wireObject = (value: object, file: string): WireNode =>
  Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wireValue(item, file)]));

function called(value: object, file: string): WireNode | undefined {
  const call = calledFunction(value);
  if (call === undefined) return undefined;
  if (call.name === secret) return new Marked(wireValue(call.argument, file), true, []);
  if (!isRead(call)) return new Marked(undefined, false, []);
  if (call.name === json) return JSON.stringify(call.argument);
  return typeof call.argument === "string" ? assets[call.name]?.(call.argument, file) : undefined;
}

/** Paths are relative to the file that holds them; to the current directory on standard input. */
const besides = (file: string, path: string): string => resolve(file === "-" ? "." : dirname(file), path);
