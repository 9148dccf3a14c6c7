import type { FieldDifference } from "./field-differences";

type Change = Pick<FieldDifference, "before" | "after">;

interface Losing {
  readonly field: RegExp;
  readonly isMeant: (change: Change) => boolean;
  /** What is lost. */
  readonly text: string;
}

/** A limit comes, or is lower than it was. */
const isTighter = ({ before, after }: Change): boolean =>
  typeof after === "number" && after > 0 && !(typeof before === "number" && before > 0 && before <= after);

/** Settings by which a broker drops what waits for members. */
const losing: readonly Losing[] = [
  { field: /^messageTtlSeconds$/, isMeant: isTighter, text: "those that wait longer than messageTtlSeconds" },
  {
    field: /^subscriptionExpirationMinutes$/,
    isMeant: isTighter,
    text: "those in subscriptions that nobody reads by for as long as subscriptionExpirationMinutes",
  },
  {
    field: /^backlogQuota\..*policy$/,
    isMeant: ({ after }) => after === "consumer_backlog_eviction",
    text: "the oldest ones that wait, when the limit of backlogQuota is reached",
  },
];

/** What messages settings lose from now on; empty where they lose none. */
export function settingLosses(differences: readonly FieldDifference[]): string {
  const lost = losing.filter(({ field, isMeant }) =>
    differences.some((difference) => field.test(difference.field) && isMeant(difference)),
  );
  return lost.map(({ text }) => `; may lose messages: ${text}`).join("");
}
