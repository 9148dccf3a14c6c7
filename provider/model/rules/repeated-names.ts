import { isKnown } from "../unknown";
import type { Finding } from "./rule";

/** A name and the argument that states it. */
export interface Named {
  readonly name: string;
  readonly path: string;
}

/** Names that are stated twice, or are the mesh's own. Names not known yet are left out. */
export function repeatedNames(
  all: readonly Named[],
  what: string,
  isOurs: (name: string) => boolean = () => false,
): readonly Finding[] {
  const seen = new Set<string>();
  return all.flatMap(({ name, path }): readonly Finding[] => {
    if (!isKnown(name)) return [];
    const isAgain = seen.has(name);
    seen.add(name);
    const help = "use another one";
    if (isOurs(name)) return [{ path, message: `"${name}" is ${what} of the mesh's own`, help }];
    return isAgain ? [{ path, message: `"${name}" is ${what} already`, help }] : [];
  });
}
