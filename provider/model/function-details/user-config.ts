import { jsonText } from "../json-text";
import type { FunctionPlan, MemberPlan } from "../plan";
import { isKnown } from "../unknown";
import { windowConfig } from "./window";

/** Settings travel as JSON text within the JSON. */
export const configText = (config: Readonly<Record<string, unknown>> | undefined): string | undefined =>
  config === undefined ? undefined : jsonText(config);

/** What the function's code reads, and the window in which it gets its messages. */
export function functionConfigText(member: FunctionPlan): string | undefined {
  const { config } = member.spec;
  const window = windowConfig(member);
  if (window === undefined) return configText(config);
  return jsonText({ ...(isKnown(config) ? config : {}), __WINDOWCONFIGS__: window });
}

/**
 * Names of the member's secrets. The instance looks each up as an environment variable of that name; the path and key only
 * have to be there.
 */
export function secretsText({ spec }: MemberPlan): string | undefined {
  const own = Object.keys(spec.secrets ?? {}).map((name) => [name, { path: name, key: name }] as const);
  const all = { ...Object.fromEntries(own), ...(isKnown(spec.secretsMap) ? spec.secretsMap : {}) };
  return Object.keys(all).length === 0 ? undefined : jsonText(all);
}
