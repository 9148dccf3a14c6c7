/** A message in Pulsar's protobuf JSON. */
export type Fields = Readonly<Record<string, unknown>>;

/** Drops what is not set. */
export function filled(fields: Fields): Fields {
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) {
    if (fields[name] !== undefined) result[name] = fields[name];
  }
  return result;
}

/** Drops what protobuf cannot tell from "not set". */
export const unlessZero = <Value>(value: Value | undefined, zero: Value): Value | undefined =>
  value === zero ? undefined : value;
