/**
 * A piece of Kubernetes' API without what is null, however deep: to Kubernetes a field with null is one that is left out, and
 * whoever looks into the piece is to see it so.
 */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter(isStated).map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  const stated = Object.entries(value).filter(([, item]) => isStated(item));
  return Object.fromEntries(stated.map(([field, item]) => [field, withoutNulls(item)]));
}

const isStated = (value: unknown): boolean => value !== null;
