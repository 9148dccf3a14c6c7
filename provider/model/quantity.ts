/** The parts of a Kubernetes quantity: `whole.fraction` × 10^exponent × 1024^power. */
export interface Quantity {
  /** Of its suffix. */
  readonly family: "decimal" | "binary" | "exponent";
  readonly isNegative: boolean;
  readonly whole: string;
  readonly fraction: string;
  readonly exponent: number;
  readonly power: number;
}

/** Powers of ten by their suffix. */
export const decimals: Readonly<Record<string, number>> = {
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

/** Powers of 1024 by their suffix. */
export const binaries: Readonly<Record<string, number>> = { Ki: 1, Mi: 2, Gi: 3, Ti: 4, Pi: 5, Ei: 6 };

/** What a text says as Kubernetes reads it (`512Mi`, `1.5G`, `2e9`); undefined for one that is no quantity. */
export function parseQuantity(text: string): Quantity | undefined {
  const [, sign, whole = "", , fraction = "", suffix = ""] =
    /^([+-]?)(\d*)(\.(\d*))?([eE][+-]?\d+|[numkMGTPE]|[KMGTPE]i)?$/.exec(text) ?? [];
  if (whole + fraction === "") return undefined;
  const number = { isNegative: sign === "-", whole, fraction };
  const power = Object.hasOwn(binaries, suffix) ? binaries[suffix] : undefined;
  if (power !== undefined) return { family: "binary", ...number, exponent: 0, power };
  const exponent = Object.hasOwn(decimals, suffix) ? decimals[suffix] : undefined;
  return exponent === undefined
    ? { family: "exponent", ...number, exponent: Number(suffix.slice(1)), power: 0 }
    : { family: "decimal", ...number, exponent, power: 0 };
}

/** The number that a Kubernetes quantity means; undefined for a text that is none. */
export function readQuantity(text: string): number | undefined {
  const quantity = parseQuantity(text);
  if (quantity === undefined) return undefined;
  const { isNegative, whole, fraction, exponent, power } = quantity;
  const number = Number(`${whole}.${fraction}e${exponent}`) * 1024 ** power;
  return isNegative ? -number : number;
}
