import { authEffects, tlsEffects } from "../effects/connection-effects";
import type { EffectTree } from "../effects/effect";
import { type FieldDifference, fieldDifferences } from "./field-differences";
import type { MemberFacts } from "./member-facts";
import type { SettledFields } from "./settled-fields";

/** What Pulumi uses, and what stands for it in pods where that is stated. */
export const credentials = [
  ["auth", "instanceAuth"],
  ["tls", "instanceTls"],
] as const;

const tree: EffectTree = { instanceAuth: authEffects, instanceTls: tlsEffects };

/** What pods get, under the names of what is theirs: the member's own, else their cluster's, else Pulumi's. */
export function podsCredentials(cluster: SettledFields, member: SettledFields = {}): SettledFields {
  const found = credentials.flatMap(([pulumis, pods]) => {
    const [fields, name] = has(member, pods)
      ? ([member, pods] as const)
      : ([cluster, has(cluster, pods) ? pods : pulumis] as const);
    return Object.entries(fields).flatMap(([field, value]) =>
      isBelow(field, name) ? [[`${pods}${field.slice(name.length)}`, value] as const] : [],
    );
  });
  return Object.fromEntries(found);
}

/** The differences, of which those of credentials that pods get as they had them restart nothing. */
export function withPodsCredentials(
  differences: readonly FieldDifference[],
  [before, after]: readonly [SettledFields, SettledFields],
): readonly FieldDifference[] {
  const real = fieldDifferences(tree, before, after).filter(({ effect }) => effect !== "none");
  return differences.map((difference) => {
    const pods = podsNameOf(difference);
    return pods === undefined || real.some(({ field }) => isBelow(field, pods))
      ? difference
      : { ...difference, effect: "none" };
  });
}

/** True where another credential of their cluster reaches the pods of a member: it has none of its own. */
export function isReachedBy(difference: FieldDifference, { fields }: MemberFacts): boolean {
  const pods = podsNameOf(difference);
  return pods === undefined || !has(fields, pods);
}

const podsNameOf = ({ field }: FieldDifference): string | undefined =>
  credentials.find((names) => names.some((name) => isBelow(field, name)))?.[1];

export const has = (fields: SettledFields, top: string): boolean =>
  Object.keys(fields).some((field) => isBelow(field, top));

export const isBelow = (field: string, top: string): boolean => field === top || field.startsWith(`${top}.`);
