import type { Change } from "./change";
import { clusterChanges } from "./cluster-changes";
import { type Fates, noFates } from "./fate";
import { fatesOf } from "./fates";
import { withKeptSubscriptions } from "./kept-subscriptions";
import { leftBehindChanges } from "./left-behind";
import { memberChanges } from "./member-changes";
import type { MeshFacts } from "./mesh-facts";
import { sameClusters } from "./renamed-clusters";
import { sameKubernetesClusters } from "./renamed-kubernetes-clusters";
import { ownedChanges, topicChanges } from "./resource-changes";

/**
 * What is different between two meshes, in words and as data: from what concerns all of it to its members. None for meshes that
 * mean the same, however they are written.
 */
export function changesBetween(earlier: MeshFacts, after: MeshFacts): readonly Change[] {
  const pulsar = sameClusters(earlier, after);
  const { changes, before } = sameKubernetesClusters(pulsar.before, after);
  const each = changesWith(noFates, [before, after]);
  return [...pulsar.changes, ...changes, ...changesWith(fatesOf(each, before, after), [before, after])];
}

/** Each change in the light of what all of them do to its members. */
const changesWith = (fates: Fates, [before, after]: readonly [MeshFacts, MeshFacts]): readonly Change[] => [
  ...namingChanges(before, after),
  ...orderingChanges(before, after),
  ...clusterChanges(before, after, fates),
  ...ownedChanges("tenant", [before.tenants, after.tenants], othersOf(before, after)),
  ...ownedChanges("namespace", [before.namespaces, after.namespaces], othersOf(before, after)),
  ...topicChanges(before.topics, after.topics),
  ...leftBehindChanges(before, after),
  ...memberChanges({ ...before, members: withKeptSubscriptions(before, after) }, after, fates),
];

const othersOf = (before: MeshFacts, after: MeshFacts) => [new Set(before.others), new Set(after.others)] as const;

const namingChanges = (before: MeshFacts, after: MeshFacts): readonly Change[] =>
  before.naming === after.naming
    ? []
    : [
        {
          kind: "namingChanged",
          path: "naming",
          text: `the objects of all members get other names in Kubernetes (naming: ${before.naming} → ${after.naming}), so every workload is made anew`,
          members: after.members.map(({ name }) => name),
          effect: "replace",
        },
      ];

function orderingChanges(before: MeshFacts, after: MeshFacts): readonly Change[] {
  const [old = "parallel", now = "parallel"] = [before.ordering, after.ordering];
  if (old === now) return [];
  const how =
    now === "parallel"
      ? "all members start at the same time"
      : "each member starts when the readers of its output work";
  const text = `from now on ${how} (ordering: ${old} → ${now})`;
  return [{ kind: "orderingChanged", path: "ordering", text, members: [], effect: "none" }];
}

/** A change as people read it: `functions.enrich.image: rolls 3 pods of enrich because image changed (a → b)`. */
export const changeLine = ({ path, text }: Change): string => `${path}: ${text}`;
