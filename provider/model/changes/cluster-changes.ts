import type { Effect, EffectTree } from "../effects/effect";
import { kubernetesClusterEffects, pulsarClusterEffects } from "../effects/shared-effects";
import { grouped } from "../grouped";
import { clusterOfPlace } from "../place-text";
import type { Change, ChangeKind } from "./change";
import { lossOf } from "./defaults-changes";
import { fieldChange } from "./field-change";
import { differenceText, type FieldDifference, fieldDifferences } from "./field-differences";
import type { MemberFacts } from "./member-facts";
import { counted, listed } from "./member-words";
import type { MeshFacts } from "./mesh-facts";
import { paired } from "./paired";
import { restartOfAll } from "./restart-words";
import type { ResourceFacts } from "./resource-facts";

/** What a kind of cluster is called, and whom a change of one concerns. */
interface ClusterKind {
  readonly word: "Pulsar cluster" | "Kubernetes cluster";
  readonly kind: "pulsarCluster" | "kubernetesCluster";
  readonly tree: EffectTree;
  readonly of: (mesh: MeshFacts) => readonly ResourceFacts[];
  readonly runsIn: (member: MemberFacts, key: string) => boolean;
}

const kinds: readonly ClusterKind[] = [
  {
    word: "Pulsar cluster",
    kind: "pulsarCluster",
    tree: pulsarClusterEffects,
    of: ({ pulsarClusters }) => pulsarClusters,
    runsIn: ({ pulsarClusters }, key) => pulsarClusters.includes(key),
  },
  {
    word: "Kubernetes cluster",
    kind: "kubernetesCluster",
    tree: kubernetesClusterEffects,
    of: ({ kubernetesClusters }) => kubernetesClusters,
    runsIn: ({ places }, key) => places.some((place) => clusterOfPlace(place) === key),
  },
];

/** What becomes of the clusters that a mesh lives in. */
export const clusterChanges = (before: MeshFacts, after: MeshFacts): readonly Change[] =>
  kinds.flatMap((cluster) => {
    const { both, added, removed } = paired(cluster.of(before), cluster.of(after), ({ name }) => name);
    return [
      ...added.map(({ path, name }): Change => ({
        kind: `${cluster.kind}Added`,
        path,
        text: `${cluster.word} ${name} is added`,
      })),
      ...removed.map(({ path, name }): Change => ({
        kind: `${cluster.kind}Removed`,
        path,
        text: `${cluster.word} ${name} is no longer used`,
      })),
      ...both.flatMap(([old, now]) => {
        const members = before.members.filter((member) => cluster.runsIn(member, now.name));
        return changesOfOne(cluster, [old, now], members);
      }),
    ];
  });

function changesOfOne(
  cluster: ClusterKind,
  [before, after]: readonly [ResourceFacts, ResourceFacts],
  members: readonly MemberFacts[],
): readonly Change[] {
  const has = (top: string) =>
    [before, after].every(({ fields }) => Object.keys(fields).some((field) => isBelow(field, top)));
  const differences = fieldDifferences(cluster.tree, before.fields, after.fields).map((difference) => ({
    ...difference,
    // Where pods have their own, those of Pulumi are no business of theirs.
    effect: pulumis.some(([own, pods]) => isBelow(difference.field, own) && has(pods)) ? "none" : difference.effect,
  }));
  const groups = grouped(
    differences.map((difference) => {
      return [groupOf(difference), difference];
    }),
  );
  return [...groups].map(([key, some]) => {
    const name = `${cluster.word} ${after.name}`;
    const kind: ChangeKind =
      key === "open" ? "knownWhenApplied" : key === "credentials" ? "credentialsChanged" : `${cluster.kind}Changed`;
    const fields = some.map((difference) => fieldChange(`${after.path}.${difference.field}`, difference));
    const effect: Effect = some[0]?.effect ?? "none";
    return {
      kind,
      path: fields.length === 1 ? (fields[0]?.path ?? after.path) : after.path,
      text: textOf({ key, name, some, members }),
      effect: members.length === 0 ? "none" : effect,
      ...(effect === "none" || members.length === 0 ? {} : { members: members.map((member) => member.name) }),
      fields,
    };
  });
}

const isBelow = (field: string, top: string): boolean => field === top || field.startsWith(`${top}.`);

/** What Pulumi uses, and what stands for it in pods where that is stated. */
const pulumis = [
  ["auth", "instanceAuth"],
  ["tls", "instanceTls"],
] as const;

function groupOf(difference: FieldDifference): string {
  if (difference.isOpen) return "open";
  if (isCredential(difference)) return "credentials";
  return difference.field === "abandon" && difference.after === true ? "abandoned" : difference.effect;
}

const isCredential = ({ field, effect }: FieldDifference): boolean =>
  effect === "none" && /^(auth|instanceAuth|tls|instanceTls|kubeconfig)\b/.test(field);

interface Said {
  readonly key: string;
  readonly name: string;
  readonly some: readonly FieldDifference[];
  readonly members: readonly MemberFacts[];
}

function textOf({ key, name, some, members }: Said): string {
  const because = listed(some.map(differenceText));
  const fields = listed(some.map(({ field }) => field));
  const there = members.map((before) => ({ before }));
  if (key === "open") return `${fields} of ${name} known only when applied`;
  if (key === "credentials") return `credentials of ${name} changed (${fields}): nothing restarts`;
  if (key === "abandoned") return `${name} is given up: ${leftText(members.length)}`;
  if (key === "none" || members.length === 0) return `${because} in ${name}: nothing restarts`;
  if (key === "replace")
    return `makes the workloads of ${counted(members.length, "member")} in ${name} anew because ${because}${lossOf(there)}`;
  return `${restartOfAll(there, "rolls", ` in ${name}`)} because ${because}${lossOf(there)}`;
}

function leftText(count: number): string {
  if (count === 0) return "no member is there";
  const what = count === 1 ? "the workload of 1 member is" : `the workloads of ${count} members are`;
  return `${what} left behind there, unasked`;
}
