import type { Home } from "./homes";
import { shownText } from "./shown-text";

/** A box around nodes and other boxes. */
export interface Box<Node> {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly Part<Node>[];
}

export type Part<Node> =
  { readonly kind: "node"; readonly node: Node } | { readonly kind: "box"; readonly box: Box<Node> };

export interface Placed<Node> {
  readonly node: Node;
  readonly home: Home;
}

/** Nodes in the boxes where they stand. A box comes where the first of its nodes does. */
export function boxed<Node>(nodes: readonly Placed<Node>[]): readonly Part<Node>[] {
  const outer = ({ home }: Placed<Node>): string | undefined =>
    home.pulsar === undefined ? kubernetesTitle(home) : `Pulsar ${home.pulsar}`;
  return grouped(nodes, outer).flatMap(({ title, items }, index) => {
    if (title === undefined) return nodeParts(items);
    const inner = items.some(({ home }) => home.pulsar !== undefined)
      ? kubernetesBoxes(items, index)
      : nodeParts(items);
    return [{ kind: "box", box: joined({ id: `b${index}`, title: shownText(title), parts: inner }) } as const];
  });
}

const kubernetesBoxes = <Node>(nodes: readonly Placed<Node>[], outer: number): readonly Part<Node>[] =>
  grouped(nodes, ({ home }) => kubernetesTitle(home)).flatMap(({ title, items }, index) =>
    title === undefined
      ? nodeParts(items)
      : [{ kind: "box", box: { id: `b${outer}_${index}`, title: shownText(title), parts: nodeParts(items) } } as const],
  );

const kubernetesTitle = ({ kubernetes }: Home): string | undefined =>
  kubernetes === undefined ? undefined : `Kubernetes ${kubernetes}`;

const nodeParts = <Node>(nodes: readonly Placed<Node>[]): readonly Part<Node>[] =>
  nodes.map(({ node }) => ({ kind: "node", node }));

/** Two boxes around the same nodes are drawn as one. */
function joined<Node>(box: Box<Node>): Box<Node> {
  const [inner, ...others] = box.parts;
  if (inner?.kind !== "box" || others.length > 0) return box;
  return { ...box, title: `${inner.box.title}, ${box.title}`, parts: inner.box.parts };
}

interface Group<Item> {
  readonly title: string | undefined;
  readonly items: readonly Item[];
}

/** Items by title, in the order of their first; those without a title stand alone. */
function grouped<Item>(items: readonly Item[], titleOf: (item: Item) => string | undefined): readonly Group<Item>[] {
  const groups: (Group<Item> & { readonly items: Item[] })[] = [];
  const byTitle = new Map<string, Item[]>();
  for (const item of items) {
    const title = titleOf(item);
    const group = title === undefined ? undefined : byTitle.get(title);
    if (group !== undefined) {
      group.push(item);
      continue;
    }
    const made = { title, items: [item] };
    groups.push(made);
    if (title !== undefined) byTitle.set(title, made.items);
  }
  return groups;
}
