import { argumentPath } from "../argument-path";
import type {
  Affinity,
  LabelSelector,
  NodeAffinity,
  NodeSelectorTerm,
  PodAffinity,
  PodAffinityTerm,
} from "../kubernetes-types";
import { isKnown } from "../unknown";
import { expressionFindings } from "./kubernetes-expressions";
import type { Finding } from "./rule";

const preferred = "preferredDuringSchedulingIgnoredDuringExecution";
const required = "requiredDuringSchedulingIgnoredDuringExecution";

/** Which nodes pods are drawn to or kept from, and which other pods. */
export function affinityFindings(affinity: Affinity | undefined, path: string): readonly Finding[] {
  if (affinity === undefined || !isKnown(affinity)) return [];
  const { nodeAffinity, podAffinity, podAntiAffinity } = affinity;
  return [
    ...nodeFindings(nodeAffinity, argumentPath(path, "nodeAffinity")),
    ...podFindings(podAffinity, argumentPath(path, "podAffinity")),
    ...podFindings(podAntiAffinity, argumentPath(path, "podAntiAffinity")),
  ];
}

function nodeFindings(nodes: NodeAffinity | undefined, path: string): readonly Finding[] {
  if (nodes === undefined || !isKnown(nodes)) return [];
  const must = nodes[required];
  const terms = must === undefined || !isKnown(must) ? undefined : must.nodeSelectorTerms;
  const at = argumentPath(path, required, "nodeSelectorTerms");
  const isEmpty = must !== undefined && isKnown(must) && isKnown(terms) && (terms ?? []).length === 0;
  return [
    ...(isEmpty ? [{ path: at, message: "is empty", help: "state a term, or leave the affinity out" }] : []),
    ...items(terms, at).flatMap(([term, where]) => termFindings(term, where)),
    ...items(nodes[preferred], argumentPath(path, preferred)).flatMap(([{ weight, preference }, where]) => [
      ...weightFindings(weight, where),
      ...termFindings(preference, argumentPath(where, "preference")),
    ]),
  ];
}

function podFindings(pods: PodAffinity | undefined, path: string): readonly Finding[] {
  if (pods === undefined || !isKnown(pods)) return [];
  return [
    ...items(pods[required], argumentPath(path, required)).flatMap(([term, where]) => placeFindings(term, where)),
    ...items(pods[preferred], argumentPath(path, preferred)).flatMap(([{ weight, podAffinityTerm }, where]) => [
      ...weightFindings(weight, where),
      ...placeFindings(podAffinityTerm, argumentPath(where, "podAffinityTerm")),
    ]),
  ];
}

function placeFindings(term: PodAffinityTerm | undefined, path: string): readonly Finding[] {
  if (term === undefined || !isKnown(term)) return [];
  // In a manifest it may be missing.
  const topologyKey: string | undefined = term.topologyKey;
  const help = "state the label of nodes that makes a place, such as kubernetes.io/hostname";
  const isMissing = topologyKey === undefined || topologyKey === "";
  return [
    ...(isMissing ? [{ path: argumentPath(path, "topologyKey"), message: "is missing", help }] : []),
    ...selectorFindings(term.labelSelector, argumentPath(path, "labelSelector")),
    ...selectorFindings(term.namespaceSelector, argumentPath(path, "namespaceSelector")),
  ];
}

function selectorFindings(selector: LabelSelector | undefined, path: string): readonly Finding[] {
  if (selector === undefined || !isKnown(selector)) return [];
  return items(selector.matchExpressions, argumentPath(path, "matchExpressions")).flatMap(([expression, where]) =>
    expressionFindings(expression, where),
  );
}

function termFindings(term: NodeSelectorTerm | undefined, path: string): readonly Finding[] {
  if (term === undefined || !isKnown(term)) return [];
  return items(term.matchExpressions, argumentPath(path, "matchExpressions")).flatMap(([expression, where]) =>
    expressionFindings(expression, where, ["Gt", "Lt"]),
  );
}

/** In a manifest it may be missing. */
function weightFindings(weight: number | undefined, path: string): readonly Finding[] {
  if (!isKnown(weight) || (weight !== undefined && weight >= 1 && weight <= 100)) return [];
  const message = weight === undefined ? "is missing" : `is ${weight}`;
  return [{ path: argumentPath(path, "weight"), message, help: "write 1 to 100" }];
}

const items = <Item>(list: readonly Item[] | undefined, path: string): readonly (readonly [Item, string])[] =>
  (isKnown(list) ? (list ?? []) : []).flatMap((item, index) =>
    isKnown(item) ? [[item, argumentPath(path, index)] as const] : [],
  );
