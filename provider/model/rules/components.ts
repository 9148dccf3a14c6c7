/** Where each node of a graph leads, by number. */
export type Graph = readonly (readonly number[])[];

interface Visit {
  readonly node: number;
  position: number;
}

/**
 * The strongly connected components of a graph (Tarjan), in time linear in its edges and without recursion: a long chain of
 * members must not exhaust the stack.
 */
export function components(graph: Graph): readonly (readonly number[])[] {
  const search = new Search(graph);
  for (const node of graph.keys()) search.from(node);
  return search.found;
}

const unseen = -1;

class Search {
  readonly found: number[][] = [];
  private seen = 0;
  private readonly order: number[];
  private readonly low: number[];
  private readonly open: number[] = [];
  private readonly isOpen: boolean[];

  constructor(private readonly graph: Graph) {
    this.order = graph.map(() => unseen);
    this.low = graph.map(() => unseen);
    this.isOpen = graph.map(() => false);
  }

  from(root: number): void {
    if (this.orderOf(root) !== unseen) return;
    const visits = [this.enter(root)];
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const next = this.graph[visit.node]?.[visit.position];
      if (next === undefined) {
        visits.pop();
        this.leave(visit.node, visits.at(-1)?.node);
        continue;
      }
      visit.position++;
      if (this.orderOf(next) === unseen) visits.push(this.enter(next));
      else if (this.isOpen[next] === true) this.lower(visit.node, this.orderOf(next));
    }
  }

  private orderOf(node: number): number {
    return this.order[node] ?? unseen;
  }

  private enter(node: number): Visit {
    this.low[node] = this.seen;
    this.order[node] = this.seen;
    this.seen++;
    this.open.push(node);
    this.isOpen[node] = true;
    return { node, position: 0 };
  }

  private leave(node: number, parent: number | undefined): void {
    const low = this.low[node] ?? unseen;
    if (parent !== undefined) this.lower(parent, low);
    if (low !== this.orderOf(node)) return;
    const component = this.open.splice(this.open.lastIndexOf(node));
    for (const member of component) this.isOpen[member] = false;
    this.found.push(component);
  }

  private lower(node: number, value: number): void {
    this.low[node] = Math.min(this.low[node] ?? value, value);
  }
}
