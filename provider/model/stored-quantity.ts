/*
 * How Kubernetes stores a quantity (k8s.io/apimachinery/pkg/api/resource): in the canonical form of its own family of suffixes, decimal,
 * binary or with an exponent. `1024Mi` and `1Gi` are stored as one text, `1073741824` is another; pods are told apart by that text.
 */

interface Quantity {
  readonly family: "decimal" | "binary" | "exponent";
  readonly isNegative: boolean;
  /** Billionths: nothing smaller is kept. */
  readonly nanos: bigint;
  /** Written as Kubernetes keeps it, although shorter forms mean the same. */
  readonly isKept: boolean;
}

const decimals: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  "": 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const binaries: Readonly<Record<string, number>> = { Ki: 1, Mi: 2, Gi: 3, Ti: 4, Pi: 5, Ei: 6 };
const nano = 10n ** 9n;

/** The text by which Kubernetes keeps a quantity; the given one where it is none. */
export function storedQuantity(text: string): string {
  const quantity = parsed(text);
  if (quantity === undefined || quantity.isKept) return text;
  if (quantity.nanos === 0n) return "0";
  return `${quantity.isNegative ? "-" : ""}${canonical(quantity)}`;
}

/** What a quantity means, as one text whatever its spelling; the given one where it is none. */
export function meantQuantity(text: string): string {
  const quantity = parsed(text);
  return quantity === undefined ? text : `${quantity.isNegative ? -quantity.nanos : quantity.nanos}n`;
}

/** A size in whole bytes as one text, in the largest binary unit that divides it; the given one where it is none. */
export function sizeText(text: string): string {
  const quantity = parsed(text);
  return quantity === undefined || quantity.isNegative || quantity.nanos === 0n || quantity.nanos % nano !== 0n
    ? text
    : inBinary(quantity.nanos / nano);
}

function parsed(text: string): Quantity | undefined {
  const [, sign, whole = "", , fraction = "", suffix = ""] =
    /^([+-]?)(\d*)(\.(\d*))?([eE][+-]?\d+|[numkMGTPE]|[KMGTPE]i)?$/.exec(text) ?? [];
  const digits = whole + fraction;
  if (digits === "") return undefined;
  const isNegative = sign === "-";
  const power = Object.hasOwn(binaries, suffix) ? binaries[suffix] : undefined;
  if (power !== undefined) {
    const isKept = fraction === "" && BigInt(digits) % 8n !== 0n;
    const nanos = scaled(BigInt(digits) * 1024n ** BigInt(power), 9 - fraction.length);
    return { family: "binary", isNegative, nanos, isKept };
  }
  const isExponent = !Object.hasOwn(decimals, suffix);
  const exponent = isExponent ? Number(suffix.slice(1)) : (decimals[suffix] ?? 0);
  const scale = exponent - fraction.length;
  const shifted = (whole.replace(/^0+/, "") || "0") + fraction;
  const isKept = scale % 3 === 0 && scale >= -9 && !shifted.endsWith("000") && !shifted.startsWith("0");
  if (Math.abs(scale) > 40) return undefined;
  return { family: isExponent ? "exponent" : "decimal", isNegative, nanos: scaled(BigInt(digits), scale + 9), isKept };
}

/** Rounded up, as Kubernetes does. */
function scaled(value: bigint, power: number): bigint {
  if (power >= 0) return value * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  return (value + divisor - 1n) / divisor;
}

function canonical({ family, nanos }: Quantity): string {
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
