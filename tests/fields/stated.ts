/** A copy of a value with another value of a field below it; undefined leaves the field out. */
export function stated(spec: object, [step = "", ...rest]: readonly string[], value: unknown): object {
  const inner: unknown = Reflect.get(spec, step);
  const next = rest.length === 0 ? value : stated(Object(inner ?? {}), rest, value);
  return next === undefined ? stripped(spec, [step]) : { ...spec, [step]: next };
}

export const stripped = (spec: object, fields: readonly string[]): object =>
  Object.fromEntries(Object.entries(spec).filter(([key]) => !fields.includes(key)));
