import type { ConnectorOverrideSpec } from "../../connector-override";
import type { FunctionManifest } from "../shape/component-shapes";
import { stated } from "../stated";

type SourceOverride = NonNullable<FunctionManifest["sourceConfig"]>;
type SinkOverride = NonNullable<FunctionManifest["sinkConfig"]>;
type Config = Readonly<Record<string, unknown>>;

/** A function's own source in place of its topics. */
export const convertSourceOverride = (source: SourceOverride | undefined): ConnectorOverrideSpec | undefined =>
  source === undefined ? undefined : convert(source, source.sourceType);

/** A function's own sink. Its settings name the connector again, as the operator has them. */
export function convertSinkOverride(sink: SinkOverride | undefined): ConnectorOverrideSpec | undefined {
  if (sink === undefined) return undefined;
  const { config, ...spec } = convert(sink, sink.sinkType);
  const sinkType = builtinOf(sink.sinkType, sink.configs ?? {});
  return stated({ ...spec, config: sinkType === undefined ? config : { ...config, sinkType } });
}

function convert({ className, configs = {} }: SourceOverride, type: string | undefined) {
  const builtin = builtinOf(type, configs);
  const config = settingsOf(configs);
  return stated({
    connector: builtin === undefined ? undefined : `builtin://${builtin}`,
    className: className ?? textOf(configs["className"]),
    config: Object.keys(config).length === 0 ? undefined : config,
  }) satisfies ConnectorOverrideSpec;
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

const builtinOf = (type: string | undefined, configs: Config): string | undefined =>
  type ?? textOf(configs["builtin"]) ?? textOf(configs["archive"])?.replace(/^builtin:\/\//, "");

const aboutTheConnector = ["archive", "builtin", "className", "typeClassName"];

/** The settings without what tells the connector itself; all of them where nothing else is there. */
function settingsOf(configs: Config): Config {
  const { configs: nested, ...flat } = configs;
  const all = isObject(nested) ? { ...flat, ...nested } : configs;
  const settings = Object.entries(all).filter(([name]) => !aboutTheConnector.includes(name));
  return settings.length === 0 ? configs : Object.fromEntries(settings);
}

const isObject = (value: unknown): value is Config =>
  typeof value === "object" && value !== null && !Array.isArray(value);
