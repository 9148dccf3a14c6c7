import { numberOf, textOf } from "../resource/decode";
import { type Properties } from "../resource/resource";

/** A message of a topic without partitions, or one of the two ends. */
export interface MessageId {
  readonly ledgerId: bigint | number;
  readonly entryId: bigint | number;
}

/** Where a subscription is to start. */
export type Start =
  | { readonly kind: "end"; readonly messageId: MessageId }
  | { readonly kind: "message"; readonly messageId: MessageId }
  | { readonly kind: "time"; readonly milliseconds: number };

const farthest = (1n << 63n) - 1n;
/** Both ends as message ids, the only form that takes properties along. */
export const ends = {
  earliest: { ledgerId: -1, entryId: -1 },
  latest: { ledgerId: farthest, entryId: farthest },
} as const;

/** `<ledger>:<entry>`; `undefined` for what is none. */
export function parseMessageId(text: string): MessageId | undefined {
  const [, ledger, entry] = /^(\d{1,19}):(\d{1,19})$/.exec(text) ?? [];
  if (ledger === undefined || entry === undefined) return undefined;
  const [ledgerId, entryId] = [BigInt(ledger), BigInt(entry)];
  return ledgerId < farthest && entryId < farthest ? { ledgerId, entryId } : undefined;
}

/** Milliseconds since 1970 of a time with its zone; `undefined` for what is none. */
export function parseTime(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) || milliseconds < 0 ? undefined : milliseconds;
}

/** For arguments that check() has made sure of. */
export function startOf(inputs: Properties): Start {
  const messageId = parseMessageId(textOf(inputs["positionMessageId"]) ?? "");
  if (messageId !== undefined) return { kind: "message", messageId };
  const milliseconds = numberOf(parseTime(textOf(inputs["positionTime"]) ?? ""));
  if (milliseconds !== undefined) return { kind: "time", milliseconds };
  return { kind: "end", messageId: ends[inputs["position"] === "latest" ? "latest" : "earliest"] };
}
