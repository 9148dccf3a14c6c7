import type { Effect, EffectTree } from "../effects/effect";
import { kubernetesClusterEffects, pulsarClusterEffects } from "../effects/shared-effects";
import { grouped } from "../grouped";
import { clusterOfPlace } from "./place-text";
import { type Change, type ChangeKind, type FieldChange, type Saying, saying } from "./change";
import { clusterSentences } from "./cluster-sentences";
import type { Fates } from "./fate";
import { withLossOf } from "./message-loss";
import { fieldChange } from "./field-change";
import { differenceText, type FieldDifference, fieldDifferences } from "./field-differences";
import type { MemberFacts } from "./member-facts";
import { counted, identityOf, listed } from "./member-words";
import type { MeshFacts } from "./mesh-facts";
import { paired } from "./paired";
import { credentials, has, isBelow, isReachedBy, podsCredentials, withPodsCredentials } from "./pods-credentials";
import { nothingRestarts, restartOfAll } from "./restart-words";
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
export const clusterChanges = (before: MeshFacts, after: MeshFacts, fates: Fates): readonly Change[] =>
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
        const members = membersIn(cluster, now.name, [before, after]);
        return changesOfOne(cluster, [old, now], { members, fates });
      }),
    ];
  });

/** Those that run in it, and those that did not while it was left behind. */
function membersIn(cluster: ClusterKind, key: string, [before, after]: readonly [MeshFacts, MeshFacts]) {
  const olds = before.members.filter((member) => cluster.runsIn(member, key));
  return olds.length > 0
    ? olds
    : after.members.filter((member) => cluster.runsIn(member, key) && isOld(member, before));
}

const isOld = (member: MemberFacts, before: MeshFacts): boolean =>
  before.members.some((old) => identityOf(old) === identityOf(member));

/** Those whom a change of a cluster concerns, and what becomes of them besides. */
interface Concerned {
  readonly members: readonly MemberFacts[];
  readonly fates: Fates;
}

function changesOfOne(
  cluster: ClusterKind,
  [before, after]: readonly [ResourceFacts, ResourceFacts],
  { members, fates }: Concerned,
): readonly Change[] {
  const name = `${cluster.word} ${after.name}`;
  const differences = differencesOf(cluster, [before, after], members);
  const own = differences.flatMap((difference): readonly Change[] => {
    const one = { difference, name, before, after, members };
    const sentence = difference.isOpen ? undefined : clusterSentences[difference.field]?.(one);
    if (sentence === undefined) return [];
    const fields = [fieldChange(`${after.path}.${difference.field}`, { ...difference, effect: sentence.effect })];
    const kind = `${cluster.kind}Changed` as const;
    return [changeOf({ ...sentence, kind, path: after.path, members, fields })];
  });
  const told = new Set(own.flatMap(({ fields = [] }) => fields.map(({ path }) => path)));
  const groups = grouped(
    differences
      .filter(({ field }) => !told.has(`${after.path}.${field}`))
      .map((difference) => {
        const key = difference.isOpen ? "open" : isCredential(difference) ? "credentials" : difference.effect;
        return [key, difference];
      }),
  );
  const others = [...groups].map(([key, some]) => {
    const concerned = members.filter((member) => some.some((difference) => concerns(difference, member)));
    const kind: ChangeKind =
      key === "open" ? "knownWhenApplied" : key === "credentials" ? "credentialsChanged" : `${cluster.kind}Changed`;
    const fields = some.map((difference) => fieldChange(`${after.path}.${difference.field}`, difference));
    const said = sayingOf({ key, name, some, members: concerned, fates });
    return changeOf({ ...said, kind, path: after.path, effect: some[0].effect, members: concerned, fields });
  });
  return [...own, ...others];
}

/** Where pods have their own credential, that of Pulumi is no business of theirs. */
function differencesOf(
  { tree }: ClusterKind,
  [before, after]: readonly [ResourceFacts, ResourceFacts],
  members: readonly MemberFacts[],
): readonly FieldDifference[] {
  const real = withPodsCredentials(fieldDifferences(tree, before.fields, after.fields), [
    podsCredentials(before.fields),
    podsCredentials(after.fields),
  ]);
  const both = (top: string): boolean => [before, after].every(({ fields }) => has(fields, top));
  // Without a URL for pods, packages are downloaded from that for Pulumi.
  const isToldAdminUrl = !both("webServiceUrl") && members.some(({ packagesFrom }) => packagesFrom === after.name);
  return real.map((difference) => ({
    ...difference,
    effect:
      difference.field === "adminUrl" && isToldAdminUrl
        ? "roll"
        : credentials.some(([pulumis, pods]) => isBelow(difference.field, pulumis) && both(pods))
          ? "none"
          : difference.effect,
  }));
}

/** Not every member is told everything of its cluster. */
function concerns(difference: FieldDifference, member: MemberFacts): boolean {
  if (difference.field === "webServiceUrl") return member.isToldWebUrl === true;
  if (difference.field === "adminUrl" && difference.effect === "roll") return member.packagesFrom !== undefined;
  return isReachedBy(difference, member);
}

interface Said extends Saying {
  readonly kind: ChangeKind;
  readonly path: string;
  readonly effect: Effect;
  readonly members: readonly MemberFacts[];
  readonly fields: readonly FieldChange[];
}

const changeOf = ({ kind, path, effect, members, fields, ...said }: Said): Change => ({
  kind,
  path: fields.length === 1 ? (fields[0]?.path ?? path) : path,
  ...said,
  effect: members.length === 0 ? "none" : effect,
  ...(effect === "none" || members.length === 0 ? {} : { members: members.map((member) => member.name) }),
  fields,
});

const isCredential = ({ field, effect }: FieldDifference): boolean =>
  effect === "none" && /^(auth|instanceAuth|tls|instanceTls|kubeconfig)\b/.test(field);

interface SaidTogether extends Concerned {
  readonly key: string;
  readonly name: string;
  readonly some: readonly FieldDifference[];
}

function sayingOf({ key, name, some, members, fates }: SaidTogether): Saying {
  const because = listed(some.map(differenceText));
  const fields = listed(some.map(({ field }) => field));
  const there = members.map((before) => ({ before, fate: fates(before.name) }));
  // What leads to a cluster may lead to another one.
  const where = some.some(({ field }) => /^(kubeconfig|context)$/.test(field))
    ? " where that leads to the same cluster"
    : "";
  if (key === "open") return saying(`${fields} of ${name} known only when applied`);
  if (key === "credentials")
    return saying(`credentials of ${name} changed (${fields}): ${nothingRestarts(there)}${where}`);
  if (key === "none" || members.length === 0) return saying(`${because} in ${name}: ${nothingRestarts(there)}${where}`);
  if (key === "replace")
    return withLossOf(
      `makes the workloads of ${counted(members.length, "member")} in ${name} anew because ${because}`,
      there,
    );
  return withLossOf(`${restartOfAll(there, "rolls", ` in ${name}`)} because ${because}`, there);
}
