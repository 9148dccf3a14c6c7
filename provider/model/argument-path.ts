/** The path of an argument as users type it: `functions.enrich`, `topics["persistent://a/b/c"]`. An empty `base` is the top. */
export function argumentPath(base: string, ...steps: readonly (string | number)[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === "number") return `${path}[${step}]`;
    if (!/^[A-Za-z_][\w-]*$/.test(step)) return `${path}[${JSON.stringify(step)}]`;
    return path === "" ? step : `${path}.${step}`;
  }, base);
}
