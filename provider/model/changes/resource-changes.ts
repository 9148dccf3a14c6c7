import { isUnknown } from "../unknown";
import type { Change, ChangeKind } from "./change";
import { fieldChange } from "./field-change";
import { differenceText, fieldDifferences } from "./field-differences";
import { listed, topicText } from "./member-words";
import { paired } from "./paired";
import { type ResourceFacts, statedEnd } from "./resource-facts";
import { settingLosses } from "./setting-losses";
import { schemaChanges } from "./schema-changes";
import type { TopicFacts } from "./topic-facts";

type Owned = "tenant" | "namespace";

/** Names of what belongs to others, before and after. */
type Others = readonly [ReadonlySet<string>, ReadonlySet<string>];

/** What becomes of the tenants or namespaces that the mesh owns. */
export function ownedChanges(
  word: Owned,
  [before, after]: readonly [readonly ResourceFacts[], readonly ResourceFacts[]],
  others: Others,
): readonly Change[] {
  const { both, added, removed } = paired(before, after, ({ name }) => name);
  return ordered([
    ...added.map((facts) => addedOwned(word, facts, others)),
    ...removed.map((facts) => removedOwned(word, facts, others)),
    ...both.flatMap(([old, now]) => [
      ...settingChanges(`${word}Changed`, `${word} ${now.name}`, [old, now]),
      ...clusterChanges(`${word}Changed`, `${word} ${now.name}`, [old, now]),
    ]),
  ]);
}

const addedOwned = (word: Owned, { path, name }: ResourceFacts, [before]: Others): Change =>
  before.has(name)
    ? { kind: `${word}OwnershipChanged`, path, text: `${word} ${name} ${becomesOwn}` }
    : { kind: `${word}Added`, path, text: `${word} ${name} is created` };

function removedOwned(word: Owned, facts: ResourceFacts, [, after]: Others): Change {
  const { path, name } = facts;
  return after.has(name)
    ? { kind: `${word}OwnershipChanged`, path, text: `${word} ${name} ${becomesOthers}` }
    : { kind: `${word}Removed`, path, text: `${word} ${name} ${ownedEnd(facts)}` };
}

const becomesOwn = "becomes the mesh's own, and goes with it";
const becomesOthers = "is others' from now on, and stays as it is";

/** What becomes of the topics of a mesh. */
export function topicChanges(before: readonly TopicFacts[], after: readonly TopicFacts[]): readonly Change[] {
  // A name that is not known yet belongs to a topic of another resource's.
  const known = after.filter(({ name }) => !isUnknown(name));
  const { both, added, removed } = paired(before, known, ({ name }) => name);
  const gone = known.length === after.length ? removed : removed.filter(({ owned }) => owned);
  return ordered([
    ...added.map(addedTopic),
    ...gone.map(removedTopic),
    ...both.flatMap(([old, now]) => changesOfTopic(old, now)),
  ]);
}

const ordered = (changes: readonly Change[]): readonly Change[] =>
  [...changes].sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0));

function addedTopic({ path, name, owned, partitions }: TopicFacts): Change {
  const many = typeof partitions === "number" && partitions > 0 ? ` with ${partitions} partitions` : "";
  const text = owned
    ? `topic ${topicText(name)} is created${many}`
    : `topic ${topicText(name)} of others is used from now on`;
  return { kind: "topicAdded", path, topic: name, text };
}

const stays = "stays, with all that is in it: its onDelete is retain";

function ownedEnd(facts: ResourceFacts): string {
  const end = statedEnd(facts);
  if (end === "retain") return stays;
  return end === "force" ? "is deleted with all that is in it" : "is deleted, unless it still holds something";
}

function removedTopic(facts: TopicFacts): Change {
  const { path, name, owned } = facts;
  const text = owned
    ? `topic ${topicText(name)} ${topicEnd(facts)}`
    : `topic ${topicText(name)} of others is no longer used, and stays`;
  return { kind: "topicRemoved", path, topic: name, text };
}

function topicEnd(facts: ResourceFacts): string {
  const end = statedEnd(facts);
  if (end === "retain") return stays;
  if (facts.name.startsWith("non-persistent://")) return "is deleted";
  return end === "delete"
    ? "is deleted, unless it holds messages that nobody has read"
    : "is deleted, and may lose messages: those in it that nobody has read";
}

function changesOfTopic(before: TopicFacts, after: TopicFacts): readonly Change[] {
  const of = `topic ${topicText(after.name)}`;
  return [
    ...ownershipChanges(before, after),
    ...topicClusterChanges(of, [before, after]),
    ...partitionChanges(before, after),
    ...schemaChanges(before, after),
    ...settingChanges("topicChanged", of, [before, after]),
  ].map((change) => ({ ...change, topic: after.name }));
}

function ownershipChanges(before: TopicFacts, after: TopicFacts): readonly Change[] {
  if (before.owned === after.owned) return [];
  const text = after.owned
    ? `topic ${topicText(after.name)} ${becomesOwn}`
    : `topic ${topicText(after.name)} ${becomesOthers}`;
  return [{ kind: "topicOwnershipChanged", path: `${after.path}.external`, text }];
}

function partitionChanges(before: TopicFacts, after: TopicFacts): readonly Change[] {
  const [old, now] = [before.partitions, after.partitions];
  if (old === now) return [];
  const about = { path: `${after.path}.partitions` };
  const topic = `topic ${topicText(after.name)}`;
  if (isUnknown(now) || typeof old !== "number" || typeof now !== "number") {
    return [
      { kind: "knownWhenApplied", ...about, text: `the number of partitions of ${topic} is known only when applied` },
    ];
  }
  if (old > 0 && now > old) {
    const text = `${topic} grows from ${old} to ${now} partitions: messages of a key may go to another partition than before`;
    return [{ kind: "partitionsGrown", ...about, text }];
  }
  const text = `${topic} is to have ${partitionsText(now)} in place of ${partitionsText(old)}, which Pulsar refuses: that needs a topic with another name`;
  return [{ kind: "partitionsChanged", ...about, text }];
}

const partitionsText = (count: number): string => (count === 0 ? "no partitions" : `${count} partitions`);

type Pair = readonly [ResourceFacts, ResourceFacts];

function settingChanges(kind: ChangeKind, of: string, [before, after]: Pair): readonly Change[] {
  const differences = fieldDifferences({ "*": "none" }, before.fields, after.fields).map((difference) => {
    const isOfClusters = /^(?:allowed|replication)Clusters$/.test(difference.field);
    const decides = difference.after === undefined ? before : after;
    return isOfClusters && decides.clustersFollow === true ? { ...difference, follows: "edges" as const } : difference;
  });
  const path = (field: string): string => `${after.path}.${field}`;
  const change = (some: typeof differences, given: Pick<Change, "kind" | "text">): readonly Change[] =>
    some.length === 0
      ? []
      : [
          {
            ...given,
            path: some.length === 1 ? path(some[0]?.field ?? "") : after.path,
            effect: "none",
            fields: some.map((difference) => fieldChange(path(difference.field), difference)),
          },
        ];
  const settled = differences.filter(({ isOpen }) => !isOpen);
  const open = differences.filter(({ isOpen }) => isOpen);
  return [
    ...change(settled, {
      kind,
      text: `${of}: ${listed(settled.map(differenceText))}; nothing restarts${after.owned === false ? "" : settingLosses(settled, after.fields)}`,
    }),
    ...change(open, {
      kind: "knownWhenApplied",
      text: `${listed(open.map(({ field }) => field))} of ${of} known only when applied`,
    }),
  ];
}

/** It is deleted in a Pulsar cluster that it leaves. */
function topicClusterChanges(of: string, [before, after]: readonly [TopicFacts, TopicFacts]): readonly Change[] {
  // What is given to others is left wherever it is.
  if (before.owned && !after.owned) return [];
  const left = before.pulsarClusters.filter((cluster) => !after.pulsarClusters.includes(cluster));
  const end = left.length > 0 && before.owned && after.owned ? `: in ${listed(left)} it ${topicEnd(before)}` : "";
  return clusterChanges("topicClustersChanged", of, [before, after]).map((change) => ({
    ...change,
    text: change.text + end,
  }));
}

function clusterChanges(kind: ChangeKind, of: string, [before, after]: Pair): readonly Change[] {
  const [olds, news] = [before.pulsarClusters ?? [], after.pulsarClusters ?? []];
  const come = news.filter((cluster) => !olds.includes(cluster));
  const gone = olds.filter((cluster) => !news.includes(cluster));
  const texts =
    come.length > 0 && gone.length > 0
      ? [`is in Pulsar cluster ${listed(come)} in place of ${listed(gone)}`]
      : [
          ...(come.length === 0 ? [] : [`is in Pulsar cluster ${listed(come)} as well`]),
          ...(gone.length === 0 ? [] : [`is no longer in Pulsar cluster ${listed(gone)}`]),
        ];
  return texts.length === 0 ? [] : [{ kind, path: after.path, text: `${of} ${listed(texts)}` }];
}
