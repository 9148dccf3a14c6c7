import { byteSizeText, parseByteSize } from "../../model/byte-size";

const mebibyte = 1n << 20n;
/** The largest size that Pulsar's 64-bit bytes hold. */
const largest = (1n << 63n) - 1n;

/** Whole mebibytes, as Pulsar's retention wants them; -1 is unlimited. `undefined` for sizes it cannot express. */
export function mebibytesOf(text: string): bigint | undefined {
  const size = parseByteSize(text);
  if (size === "unlimited") return -1n;
  return size === undefined || size % mebibyte !== 0n || size > largest ? undefined : size / mebibyte;
}

export const sizeOfMebibytes = (mebibytes: bigint): string =>
  byteSizeText(mebibytes < 0n ? "unlimited" : mebibytes * mebibyte);
