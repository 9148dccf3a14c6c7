/** The path of an argument as users type it: `functions.enrich`, `topics["persistent://a/b/c"]`. An empty `base` is the top. */
export function argumentPath(base: string, ...steps: readonly (string | number)[]): string {
  let path = base;
  for (const step of steps) {
    if (typeof step === "number") path += `[${step}]`;
    else if (!plain.test(step)) path += `[${JSON.stringify(step)}]`;
    else path += path === "" ? step : `.${step}`;
  }
  return path;
}

const plain = /^[A-Za-z_][\w-]*$/;
