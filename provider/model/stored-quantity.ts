import { binaries, decimals, parseQuantity, type Quantity } from "./quantity";

/*
 * How Kubernetes stores a quantity (k8s.io/apimachinery/pkg/api/resource): in the canonical form of its own family of suffixes, decimal,
 * binary or with an exponent. `1024Mi` and `1Gi` are stored as one text, `1073741824` is another; pods are told apart by that text.
 */

const nano = 10n ** 9n;

/** The text by which Kubernetes keeps a quantity; the given one where it is none. */
export function storedQuantity(text: string): string {
  const quantity = parseQuantity(text);
  const nanos = quantity === undefined ? undefined : nanosOf(quantity);
  if (quantity === undefined || nanos === undefined || isKept(quantity)) return text;
  if (nanos === 0n) return "0";
  return `${quantity.isNegative ? "-" : ""}${canonical(quantity.family, nanos)}`;
}

/** What a quantity means, as one text whatever its spelling; the given one where it is none. */
export function meantQuantity(text: string): string {
  const quantity = parseQuantity(text);
  const nanos = quantity === undefined ? undefined : nanosOf(quantity);
  return quantity === undefined || nanos === undefined ? text : `${quantity.isNegative ? -nanos : nanos}n`;
}

/** Billionths, without the sign: nothing smaller is kept. Undefined beyond all bounds of Kubernetes. */
function nanosOf({ whole, fraction, exponent, power }: Quantity): bigint | undefined {
  const scale = exponent - fraction.length;
  return Math.abs(scale) > 40 ? undefined : scaled(BigInt(whole + fraction) * 1024n ** BigInt(power), scale + 9);
}

/** Rounded up, as Kubernetes does. */
function scaled(value: bigint, power: number): bigint {
  if (power >= 0) return value * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  return (value + divisor - 1n) / divisor;
}

/** Written as Kubernetes keeps it, although shorter forms mean the same. */
function isKept({ family, whole, fraction, exponent }: Quantity): boolean {
  if (family === "binary") return fraction === "" && BigInt(whole) % 8n !== 0n;
  const scale = exponent - fraction.length;
  const digits = (whole.replace(/^0+/, "") || "0") + fraction;
  return scale % 3 === 0 && scale >= -9 && !digits.endsWith("000") && !digits.startsWith("0");
}

function canonical(family: Quantity["family"], nanos: bigint): string {
  // What is small or no whole number of bytes is told in decimals.
  if (family === "binary" && nanos >= 1024n * nano && nanos % nano === 0n) return inBinary(nanos / nano);
  let [mantissa, exponent] = [nanos, -9];
  while (mantissa % 1000n === 0n) [mantissa, exponent] = [mantissa / 1000n, exponent + 3];
  if (family === "exponent") return `${mantissa}${exponent === 0 ? "" : `e${exponent}`}`;
  const suffix = Object.keys(decimals).find((each) => decimals[each] === exponent);
  return suffix === undefined ? `${mantissa}e${exponent}` : `${mantissa}${suffix}`;
}

function inBinary(bytes: bigint): string {
  let [mantissa, power] = [bytes, 0];
  while (mantissa % 1024n === 0n && power < 6) [mantissa, power] = [mantissa / 1024n, power + 1];
  const suffix = Object.keys(binaries).find((each) => binaries[each] === power) ?? "";
  return `${mantissa}${suffix}`;
}
