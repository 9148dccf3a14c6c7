interface Visit {
  readonly node: string;
  readonly next: readonly string[];
  position: number;
}

/**
 * The strongly connected components of a graph (Tarjan), in time linear in its edges and without recursion: a long chain of
 * members must not exhaust the stack.
 */
export function components(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const search = new Search(graph);
  for (const node of graph.keys()) search.from(node);
  return search.found;
}

class Search {
  readonly found: string[][] = [];
  private readonly order = new Map<string, number>();
  private readonly low = new Map<string, number>();
  private readonly open: string[] = [];
  private readonly isOpen = new Set<string>();

  constructor(private readonly graph: ReadonlyMap<string, readonly string[]>) {}

  from(root: string): void {
    if (this.order.has(root)) return;
    const visits = [this.enter(root)];
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const next = visit.next[visit.position];
      if (next === undefined) {
        visits.pop();
        this.leave(visit.node, visits.at(-1)?.node);
        continue;
      }
      visit.position++;
      if (!this.order.has(next)) visits.push(this.enter(next));
      else if (this.isOpen.has(next)) this.lower(visit.node, this.order.get(next));
    }
  }

  private enter(node: string): Visit {
    this.low.set(node, this.order.size);
    this.order.set(node, this.order.size);
    this.open.push(node);
    this.isOpen.add(node);
    return { node, next: this.graph.get(node) ?? [], position: 0 };
  }

  private leave(node: string, parent: string | undefined): void {
    if (parent !== undefined) this.lower(parent, this.low.get(node));
    if (this.low.get(node) !== this.order.get(node)) return;
    const component = this.open.splice(this.open.lastIndexOf(node));
    for (const member of component) this.isOpen.delete(member);
    this.found.push(component);
  }

  private lower(node: string, value: number | undefined): void {
    this.low.set(node, Math.min(this.low.get(node) ?? Infinity, value ?? Infinity));
  }
}
