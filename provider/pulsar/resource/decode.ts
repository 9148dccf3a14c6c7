/** Reading what the broker sent, or what the engine stored, without trusting its shape. */
export const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};

export const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

export const numberOf = (value: unknown): number | undefined =>
  typeof value === "number" ? value : typeof value === "bigint" ? Number(value) : undefined;

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textsOf = (value: unknown): readonly string[] => listOf(value).filter((item) => typeof item === "string");

export const textRecordOf = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(recordOf(value)).flatMap(([key, item]) => (typeof item === "string" ? [[key, item]] : [])),
  );

/** A text that check() has made sure of. */
export function requiredText(inputs: Readonly<Record<string, unknown>>, name: string): string {
  const value = inputs[name];
  if (typeof value !== "string") throw new Error(`${name} is missing.`);
  return value;
}
