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

/** The steps of such a path as they are written: a key in quotes is never taken for the name of a field. */
export const writtenSteps = (path: string): readonly string[] => path.match(/"(?:[^"\\]|\\.)*"|[^.[\]]+/g) ?? [];

/** The steps of such a path: names of fields and keys of maps, and numbers of lists as texts. */
export const stepsOfPath = (path: string): readonly string[] =>
  writtenSteps(path).map((step) => (step.startsWith('"') ? unquoted(step) : step));

/** A path without its last step; empty for a single one. */
export function pathAbove(path: string): string {
  const last = writtenSteps(path).at(-1) ?? "";
  return path.slice(0, path.lastIndexOf(last)).replace(/[.[]$/, "");
}

function unquoted(step: string): string {
  try {
    return String(JSON.parse(step));
  } catch {
    return step;
  }
}
