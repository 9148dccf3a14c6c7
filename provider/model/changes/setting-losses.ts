import { type ByteSize, parseByteSize } from "../byte-size";
import { isUnknown } from "../unknown";
import type { FieldDifference } from "./field-differences";
import { listed } from "./member-words";
import { isHash, type Settled } from "./settled";
import type { SettledFields } from "./settled-fields";

type Change = Pick<FieldDifference, "field" | "before" | "after">;

interface Losing {
  readonly field: RegExp;
  /** `fields` are those that hold from now on. */
  readonly isMeant: (change: Change, fields: SettledFields) => boolean;
  /** What is lost. */
  readonly text: string | ((change: Change) => string);
}

/** A limit comes, or is lower than it was. */
const isTighter = ({ before, after }: Change): boolean =>
  typeof after === "number" && after > 0 && !(typeof before === "number" && before > 0 && before <= after);

/** The same of a size. */
function isSmaller({ before, after }: Change): boolean {
  const [old = "unlimited", now = "unlimited"] = [sizeOf(before), sizeOf(after)];
  return now !== "unlimited" && (old === "unlimited" || now < old);
}

const sizeOf = (value: Settled | undefined): ByteSize | undefined =>
  typeof value === "string" ? parseByteSize(value) : undefined;

const evicting = "consumer_backlog_eviction";

/** From now on the oldest messages go when a limit is reached, or that is reached sooner. */
function evictsMore(change: Change, fields: SettledFields): boolean {
  const [, quota = "", part = ""] = /^(backlogQuota\.\w+)\.(\w+)$/.exec(change.field) ?? [];
  if (part === "policy") return change.after === evicting;
  return fields[`${quota}.policy`] === evicting && (isTighter(change) || isSmaller(change));
}

type Clusters = readonly string[];

/** Undefined where nobody can see them, or the setting above holds. */
const clustersIn = (value: Settled | undefined): Clusters | undefined =>
  typeof value !== "string" || isUnknown(value) || isHash(value) ? undefined : value.split(", ");

/** Those that messages are no longer brought to; undefined where they cannot be told. */
function leftClusters({ before, after }: Change): Clusters | undefined {
  const [olds, news] = [clustersIn(before), clustersIn(after)];
  return olds === undefined || news === undefined ? undefined : olds.filter((cluster) => !news.includes(cluster));
}

function replicatesLess(change: Change): boolean {
  const left = leftClusters(change);
  // One cluster is the broker's own.
  return left === undefined ? change.before !== undefined && clustersIn(change.before)?.length !== 1 : left.length > 0;
}

function notReplicated(change: Change): string {
  const left = leftClusters(change);
  if (left !== undefined) return `those that have not come to ${listed(left)} yet`;
  const olds = clustersIn(change.before);
  return olds === undefined || change.after !== undefined
    ? "those that have not come yet to a cluster that replicationClusters no longer names"
    : `those that have not come yet to such of ${listed(olds)} as they are no longer replicated to`;
}

/** Settings by which a broker drops what waits for members. */
const losing: readonly Losing[] = [
  { field: /^messageTtlSeconds$/, isMeant: isTighter, text: "those that wait longer than messageTtlSeconds" },
  {
    field: /^subscriptionExpirationMinutes$/,
    isMeant: isTighter,
    text: "those in subscriptions that nobody reads by for as long as subscriptionExpirationMinutes",
  },
  { field: /^replicationClusters$/, isMeant: replicatesLess, text: notReplicated },
  {
    field: /^backlogQuota\./,
    isMeant: evictsMore,
    text: "the oldest ones that wait, when the limit of backlogQuota is reached",
  },
];

/** What messages settings lose from now on; empty where they lose none. `fields` are those that hold from now on. */
export function settingLosses(differences: readonly FieldDifference[], fields: SettledFields): string {
  const lost = losing.flatMap(({ field, isMeant, text }) => {
    const change = differences.find((difference) => field.test(difference.field) && isMeant(difference, fields));
    return change === undefined ? [] : [typeof text === "string" ? text : text(change)];
  });
  return lost.length === 0 ? "" : `; may lose messages: ${listed(lost)}`;
}
