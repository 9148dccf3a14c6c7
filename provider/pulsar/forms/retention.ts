import { isKnown } from "../../model/unknown";
import { mebibytesOf, sizeOfMebibytes } from "./mebibytes";
import { numberOf, recordOf, textOf } from "../resource/decode";
import { wholeNumber } from "../resource/field-checks";
import { type CheckFailure } from "../resource/resource";
import { type Show } from "../resource/show";

const minutesCheck = wholeNumber(-1, 2 ** 31 - 1);

/** Half a zero is refused by the broker when set alone, but kept when the namespace is created with it. */
export function checkRetention(value: unknown, path: string, show: Show): readonly CheckFailure[] {
  const { minutes, size } = recordOf(value);
  const failures: CheckFailure[] = [];
  if (isKnown(minutes)) failures.push(...minutesCheck(minutes, `${path}.minutes`, show));
  const mebibytes = typeof size === "string" ? mebibytesOf(size) : undefined;
  if (isKnown(size) && mebibytes === undefined) {
    const reason = `${show(size)} is not a size of whole mebibytes like "512Mi" or "10Gi", "unlimited", or "0".`;
    failures.push({ property: `${path}.size`, reason });
  }
  if (failures.length === 0 && isKnown(minutes) && isKnown(size) && (minutes === 0) !== (mebibytes === 0n)) {
    failures.push({
      property: path,
      reason: "minutes and size are either both zero, which keeps nothing, or both not: change one of them.",
    });
  }
  return failures;
}

export function normalRetention(value: unknown): unknown {
  const { minutes, size } = recordOf(value);
  const mebibytes = typeof size === "string" ? mebibytesOf(size) : undefined;
  return { minutes, size: mebibytes === undefined ? size : sizeOfMebibytes(mebibytes) };
}

export function encodeRetention(value: unknown): unknown {
  const { minutes, size } = recordOf(value);
  return { retentionTimeInMinutes: minutes, retentionSizeInMB: mebibytesOf(textOf(size) ?? "") };
}

export function decodeRetention(body: unknown): unknown {
  const { retentionTimeInMinutes, retentionSizeInMB } = recordOf(body);
  const mebibytes =
    typeof retentionSizeInMB === "bigint" ? retentionSizeInMB : BigInt(numberOf(retentionSizeInMB) ?? 0);
  return { minutes: numberOf(retentionTimeInMinutes), size: sizeOfMebibytes(mebibytes) };
}
