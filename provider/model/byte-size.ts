/** Byte sizes as programs write them: `"512Mi"`, `"10Gi"`, `"0"`, `"unlimited"`. Exact, since they go beyond 2^53. */
export type ByteSize = bigint | "unlimited";

const factors: Readonly<Record<string, bigint>> = {
  "": 1n,
  k: 10n ** 3n,
  M: 10n ** 6n,
  G: 10n ** 9n,
  T: 10n ** 12n,
  P: 10n ** 15n,
  Ki: 1n << 10n,
  Mi: 1n << 20n,
  Gi: 1n << 30n,
  Ti: 1n << 40n,
  Pi: 1n << 50n,
};

/** `undefined` for a text that is no size. */
export function parseByteSize(text: string): ByteSize | undefined {
  if (text === "unlimited") return "unlimited";
  const [, digits, unit = ""] = /^(\d+)([kMGTP]|[KMGTP]i)?$/.exec(text) ?? [];
  const factor = factors[unit];
  return digits === undefined || factor === undefined ? undefined : BigInt(digits) * factor;
}

/** In the largest binary unit that divides it: one spelling for each size. */
export function byteSizeText(size: ByteSize): string {
  if (size === "unlimited") return size;
  for (const unit of ["Pi", "Ti", "Gi", "Mi", "Ki"]) {
    const factor = factors[unit] ?? 1n;
    if (size > 0n && size % factor === 0n) return `${size / factor}${unit}`;
  }
  return size.toString();
}
