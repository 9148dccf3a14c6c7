/** A message in Pulsar's protobuf JSON. */
export type Fields = Readonly<Record<string, unknown>>;

/** Drops what is not set. */
export const filled = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** Drops what protobuf cannot tell from "not set". */
export const unlessZero = <Value>(value: Value | undefined, zero: Value): Value | undefined =>
  value === zero ? undefined : value;
