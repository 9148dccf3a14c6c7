/** Something that goes from one node to another. */
export interface Flow {
  readonly from: string;
  readonly to: string;
}

/**
 * Names in the order in which messages come to them, each soon after what it follows: programs that lay graphs out begin with
 * the order of lines, and cross fewer edges with this one. A cycle is entered at its first name.
 */
export function flowOrder(names: readonly string[], flows: readonly Flow[]): readonly string[] {
  const nexts = new Map(names.map((name) => [name, new Array<string>()]));
  const waits = new Map(names.map((name) => [name, 0]));
  for (const { from, to } of flows) {
    nexts.get(from)?.push(to);
    waits.set(to, (waits.get(to) ?? 0) + 1);
  }
  const ordered = new Set<string>();
  const follow = (start: string): void => {
    const stack = [start];
    for (let name = stack.pop(); name !== undefined; name = stack.pop()) {
      if (ordered.has(name)) continue;
      ordered.add(name);
      for (const next of (nexts.get(name) ?? []).toReversed()) {
        const left = (waits.get(next) ?? 0) - 1;
        waits.set(next, left);
        if (left === 0) stack.push(next);
      }
    }
  };
  const first = names.filter((name) => waits.get(name) === 0);
  for (const name of [...first, ...names]) follow(name);
  return [...ordered];
}
