import { builtinName } from "../connector";
import type { ConnectorOverrideSpec } from "../connector-override";
import { isKnown } from "../unknown";
import type { Fields } from "./fields";
import { configText } from "./user-config";

/** A connector in place of a function's input topics. */
export const sourceOverride = (override: ConnectorOverrideSpec | undefined): Fields =>
  override === undefined
    ? {}
    : { className: override.className, builtin: builtinOf(override), configs: configText(override.config) };

/** A connector in place of a function's output topic; its settings say once more which one it is. */
export function sinkOverride(override: ConnectorOverrideSpec | undefined): Fields {
  if (override === undefined) return {};
  const builtin = builtinOf(override);
  const { className, config } = override;
  if (builtin === undefined || !isKnown(config)) return { className, builtin, configs: configText(config) };
  return { className, builtin, configs: configText({ ...config, sinkType: builtin }) };
}

const builtinOf = ({ connector }: ConnectorOverrideSpec): string | undefined =>
  connector === undefined ? undefined : (builtinName(connector) ?? connector);
