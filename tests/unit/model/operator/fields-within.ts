type Steps = readonly (string | number)[];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The ways to every field of every object in a value, however deep. */
export function fieldsWithin(value: unknown, steps: Steps = []): readonly Steps[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => fieldsWithin(item, [...steps, index]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([field, item]) => [
    [...steps, field],
    ...fieldsWithin(item, [...steps, field]),
  ]);
}

/** A value with another one for the field that steps lead to; undefined leaves it out. */
export function withField(whole: unknown, [step, ...further]: Steps, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(whole))
    return whole.map((item, index) => (index === step ? withField(item, further, value) : item));
  if (!isObject(whole)) return whole;
  const changed = Object.entries(whole).map(([field, item]) =>
    field === step ? [field, withField(item, further, value)] : [field, item],
  );
  return Object.fromEntries(changed.filter(([, item]) => item !== undefined));
}
