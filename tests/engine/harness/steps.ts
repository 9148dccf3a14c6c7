import type { Stack } from "./stack";

/** Type and name at the end of a URN: `pulsar:Topic orders-clicks`. */
export function resourceText(urn: string): string {
  const [, , type = "", name = ""] = urn.split("::");
  const ownType = type.split("$").pop() ?? "";
  return `${ownType.replace(/^(function-mesh|kubernetes):(index:)?/, "")} ${name}`;
}

/** The resources that an update would touch, each as `operation type name`, sorted. */
export async function changes(stack: Stack, ...args: readonly string[]): Promise<readonly string[]> {
  const steps = await stack.steps(...args);
  return steps
    .filter(({ op }) => op !== "same" && op !== "refresh" && op !== "read")
    .map(({ op, urn }) => `${op} ${resourceText(urn)}`)
    .sort();
}
