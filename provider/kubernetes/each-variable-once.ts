import type { EnvVar } from "../model/kubernetes-types";
import { isKnown } from "../model/unknown";

/**
 * Of a variable that is stated twice Kubernetes takes the last, and a server-side apply refuses the container: the others are
 * left out. What stands after one of them and refers to it gets its text instead, as Kubernetes would have put it there; one
 * that comes from elsewhere (a Secret) has no text that could.
 */
export function eachVariableOnce(env: readonly EnvVar[]): readonly EnvVar[] {
  if (!isKnown(env)) return env;
  if (new Set(env.map(({ name }) => name)).size === env.length) return env;
  const last = new Map(env.map(({ name }, index) => [name, index]));
  const leftOut = new Map<string, string>();
  return env.flatMap((stated, index): readonly EnvVar[] => {
    const { name, value } = stated;
    const text = value === undefined || leftOut.size === 0 ? value : withTextOf(leftOut, value);
    leftOut.delete(name);
    if (last.get(name) === index) return [text === value || text === undefined ? stated : { ...stated, value: text }];
    if (text !== undefined) leftOut.set(name, text);
    return [];
  });
}

/** As Kubernetes reads a text: `$$` is a dollar, `$(NAME)` a variable, and any other dollar itself. */
const dollars = /\$\$|\$\(([^)]*)\)|\$/g;

const withTextOf = (variables: ReadonlyMap<string, string>, value: string): string =>
  value.replaceAll(dollars, (token, name: string | undefined) =>
    name === undefined ? token : (withoutLoneDollars(variables.get(name)) ?? token),
  );

/** A dollar at the end would mean another thing before a bracket. */
const withoutLoneDollars = (text: string | undefined): string | undefined =>
  text?.replaceAll(dollars, (token) => (token === "$" ? "$$" : token));
