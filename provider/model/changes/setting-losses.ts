import { isUnknown } from "../unknown";
import type { FieldDifference } from "./field-differences";
import { listed } from "./member-words";

type Change = Pick<FieldDifference, "before" | "after">;

interface Losing {
  readonly field: RegExp;
  readonly isMeant: (change: Change) => boolean;
  /** What is lost. */
  readonly text: string | ((change: Change) => string);
}

/** A limit comes, or is lower than it was. */
const isTighter = ({ before, after }: Change): boolean =>
  typeof after === "number" && after > 0 && !(typeof before === "number" && before > 0 && before <= after);

/** Those that messages are no longer brought to. */
function leftClusters({ before, after }: Change): readonly string[] {
  if (typeof before !== "string" || typeof after !== "string" || isUnknown(before) || isUnknown(after)) return [];
  const news = after.split(", ");
  return before.split(", ").filter((cluster) => !news.includes(cluster));
}

/** Settings by which a broker drops what waits for members. */
const losing: readonly Losing[] = [
  { field: /^messageTtlSeconds$/, isMeant: isTighter, text: "those that wait longer than messageTtlSeconds" },
  {
    field: /^subscriptionExpirationMinutes$/,
    isMeant: isTighter,
    text: "those in subscriptions that nobody reads by for as long as subscriptionExpirationMinutes",
  },
  {
    field: /^replicationClusters$/,
    isMeant: (change) => leftClusters(change).length > 0,
    text: (change) => `those that have not come to ${listed(leftClusters(change))} yet`,
  },
  {
    field: /^backlogQuota\..*policy$/,
    isMeant: ({ after }) => after === "consumer_backlog_eviction",
    text: "the oldest ones that wait, when the limit of backlogQuota is reached",
  },
];

/** What messages settings lose from now on; empty where they lose none. */
export function settingLosses(differences: readonly FieldDifference[]): string {
  const lost = losing.flatMap(({ field, isMeant, text }) => {
    const change = differences.find((difference) => field.test(difference.field) && isMeant(difference));
    return change === undefined ? [] : [typeof text === "string" ? text : text(change)];
  });
  return lost.length === 0 ? "" : `; may lose messages: ${listed(lost)}`;
}
