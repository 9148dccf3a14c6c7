import { isDeepStrictEqual } from "node:util";
import { parseByteSize } from "../../model/byte-size";
import { isKnown } from "../../model/unknown";
import { mebibytesOf } from "../forms/mebibytes";
import { numberOf, recordOf } from "../resource/decode";
import { type CheckFailure, type Properties } from "../resource/resource";

/** The broker counts minutes of retention in 32-bit seconds when there is a quota. */
const mostMinutes = Math.floor((2 ** 31 - 1) / 60);
/** The quota that brokers have of themselves, unless they are configured otherwise. */
const usualQuota = 10n << 30n;

/** Bytes that retention keeps; `undefined` where it sets no limit or keeps nothing, and no quota is compared with it. */
function retainedBytes(retention: unknown): bigint | undefined {
  const mebibytes = mebibytesOf(String(recordOf(retention)["size"]));
  return mebibytes === undefined || mebibytes <= 0n ? undefined : mebibytes << 20n;
}

/** Bytes that may wait; `undefined` where there is no limit. */
function waitingBytes(backlogQuota: unknown): bigint | undefined {
  const limit = recordOf(recordOf(backlogQuota)["destinationStorage"])["limit"];
  const size = typeof limit === "string" ? parseByteSize(limit) : undefined;
  return typeof size === "bigint" ? size : undefined;
}

/** Whether the broker takes the two together: what is kept has to be more than what may wait. */
export function isAboveQuota(retention: unknown, backlogQuota: unknown): boolean {
  const [kept, waiting] = [retainedBytes(retention), waitingBytes(backlogQuota)];
  return kept === undefined || waiting === undefined || waiting < kept;
}

/**
 * Whether the broker takes another quota under a retention. It compares a limit of age with nothing of the namespace, but with
 * its own limit of size: under a retention of limited size there is no telling whether it takes one.
 */
export function canSetQuota(
  { before, after }: { readonly before: unknown; readonly after: unknown },
  retention: unknown,
): boolean {
  const [old, wanted] = [recordOf(before)["messageAge"], recordOf(after)["messageAge"]];
  const isAgeChanged = wanted !== undefined && !isDeepStrictEqual(old, wanted);
  return isAboveQuota(retention, after) && !(isAgeChanged && retainedBytes(retention) !== undefined);
}

/** Together at a create the broker keeps what it refuses one after the other, and can never change it again. */
export function retentionFailures({ retention, backlogQuota }: Properties): readonly CheckFailure[] {
  const { minutes, size } = recordOf(retention);
  const quota = recordOf(backlogQuota);
  const storage = quota["destinationStorage"];
  if (Object.keys(quota).length === 0 || !isKnown(backlogQuota)) return [];
  if ((numberOf(minutes) ?? 0) > mostMinutes)
    return [
      {
        property: "retention.minutes",
        reason: `is more than ${mostMinutes}, the most beside a backlogQuota: write less, or -1, which keeps for ever.`,
      },
    ];
  if (![size, storage, recordOf(storage)["limit"]].every(isKnown)) return [];
  const kept = retainedBytes(retention);
  if (storage === undefined)
    return kept === undefined || kept > usualQuota ? [] : [{ property: "backlogQuota", reason: lacksStorage }];
  return isAboveQuota(retention, backlogQuota)
    ? []
    : [{ property: "backlogQuota.destinationStorage.limit", reason: tooLarge }];
}

const tooLarge = "must be smaller than retention.size: lower it, or let retention keep more.";
const lacksStorage =
  "lacks destinationStorage, and the broker's own limit, which is 10Gi, is not below retention.size: state one with a limit below that.";
