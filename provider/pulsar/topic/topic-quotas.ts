import { isWhollyKnown } from "../../model/unknown";
import { parseByteSize, type ByteSize } from "../../model/byte-size";
import { numberOf, recordOf, textOf } from "../resource/decode";
import { type CheckFailure, type Properties, type Secrets } from "../resource/resource";
import { showOf } from "../resource/show";

/** The broker refuses a retention that does not exceed a backlog quota: what it keeps for readers would be dropped before. */
export function topicQuotaFailures(inputs: Properties, secrets: Secrets): readonly CheckFailure[] {
  const { retention, backlogQuota } = inputs;
  if (!isWhollyKnown(retention) || !isWhollyKnown(backlogQuota)) return [];
  const kept = recordOf(retention);
  const quota = recordOf(backlogQuota);
  const size = sizeOf(kept["size"]);
  const minutes = numberOf(kept["minutes"]) ?? -1;
  const limit = sizeOf(recordOf(quota["destinationStorage"])["limit"]);
  const seconds = numberOf(recordOf(quota["messageAge"])["limitSeconds"]) ?? -1;
  const show = showOf("backlogQuota", secrets);
  const failures: CheckFailure[] = [];
  if (isLimit(size) && isLimit(limit) && limit >= size) {
    const reason = `${show(limit.toString())} bytes are not less than what retention keeps. Retention has to be larger.`;
    failures.push({ property: "backlogQuota.destinationStorage.limit", reason });
  }
  if (minutes > 0 && seconds > 0 && seconds >= minutes * 60) {
    const reason = `${show(seconds)} seconds are not less than what retention keeps. Retention has to be longer.`;
    failures.push({ property: "backlogQuota.messageAge.limitSeconds", reason });
  }
  return failures;
}

const sizeOf = (value: unknown): ByteSize | undefined => parseByteSize(textOf(value) ?? "");

const isLimit = (size: ByteSize | undefined): size is bigint => typeof size === "bigint" && size > 0n;
