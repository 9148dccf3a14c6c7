import { textsOf } from "./decode";
import { type Properties } from "./resource";

/** Lists of clusters, by the arguments that they belong to; none of them is empty. */
export type Clusters = Readonly<Record<string, readonly string[]>>;

/** The lists that some properties have. */
export const listsOf = (values: Properties, names: readonly string[]): Clusters =>
  filled(Object.fromEntries(names.map((name) => [name, textsOf(values[name])])));

/** What the lists have and the same lists of others do not. */
export const beyond = (lists: Clusters, others: Properties): Clusters =>
  mapped(lists, (name, clusters) => clusters.filter((cluster) => !textsOf(others[name]).includes(cluster)));

/** What the lists and the same lists of others both have. */
export const within = (lists: Clusters, others: Properties): Clusters =>
  mapped(lists, (name, clusters) => clusters.filter((cluster) => textsOf(others[name]).includes(cluster)));

/** All lists without one cluster. */
export const withoutCluster = (lists: Clusters, left: string | undefined): Clusters =>
  mapped(lists, (_name, clusters) => clusters.filter((cluster) => cluster !== left));

/** The properties with what the lists have more. */
export const widened = (values: Properties, lists: Clusters): Properties => ({
  ...values,
  ...mapped(lists, (name, clusters) => [...new Set([...textsOf(values[name]), ...clusters])]),
});

/** What is declared first, in its order, then the others. */
export const inOrderOf = (declared: unknown, clusters: readonly string[]): readonly string[] => [
  ...new Set([...textsOf(declared).filter((cluster) => clusters.includes(cluster)), ...clusters]),
];

export const isEmpty = (lists: Clusters): boolean => Object.keys(lists).length === 0;

const mapped = (lists: Clusters, map: (name: string, clusters: readonly string[]) => readonly string[]): Clusters =>
  filled(Object.fromEntries(Object.entries(lists).map(([name, clusters]) => [name, map(name, clusters)])));

const filled = (lists: Clusters): Clusters =>
  Object.fromEntries(Object.entries(lists).filter(([, clusters]) => clusters.length > 0));
