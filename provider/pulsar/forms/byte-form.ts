import { byteSizeText, parseByteSize } from "../../model/byte-size";
import { numberOf, textOf } from "../resource/decode";
import { type PolicyForm } from "./policy-form";

const int64 = (1n << 63n) - 1n;
const unlimitedBytes = -1n;

export interface ByteLimits {
  readonly least: bigint;
  readonly most: bigint;
  /** Whether `"unlimited"`, Pulsar's -1, is a size. */
  readonly canBeUnlimited: boolean;
}

/** A size as a quantity, which Pulsar takes in bytes. */
export function byteForm(limits: Partial<ByteLimits> = {}): PolicyForm {
  const { least, most, canBeUnlimited } = { least: 0n, most: int64, canBeUnlimited: false, ...limits };
  return {
    check: (value, path, show) => {
      const bytes = typeof value === "string" ? bytesOf(value) : undefined;
      if (canBeUnlimited && bytes === unlimitedBytes) return [];
      if (bytes !== undefined && bytes >= least && bytes <= most) return [];
      const range = `from ${byteSizeText(least)} to ${most === int64 ? "2^63-1" : byteSizeText(most)} bytes`;
      const reason = `${show(value)} is not a size like "512Mi" or "10Gi", ${range}${canBeUnlimited ? `, or "unlimited"` : ""}.`;
      return [{ property: path, reason }];
    },
    normal: (value) => {
      const size = typeof value === "string" ? parseByteSize(value) : undefined;
      return size === undefined ? value : byteSizeText(size);
    },
    encode: (value) => bytesOf(textOf(value) ?? ""),
    decode: (body) => sizeOf(body),
  };
}

function bytesOf(text: string): bigint | undefined {
  const size = parseByteSize(text);
  return size === "unlimited" ? unlimitedBytes : size;
}

function sizeOf(body: unknown): string | undefined {
  const bytes = typeof body === "bigint" ? body : numberOf(body);
  if (bytes === undefined) return undefined;
  return byteSizeText(bytes < 0 ? "unlimited" : BigInt(bytes));
}
