import { isKnown } from "../../model/unknown";
import { recordOf } from "../resource/decode";
import { type Field, normalOf } from "../resource/field";
import { decoded, encoded, type PolicyForm } from "./policy-form";
import { type CheckFailure } from "../resource/resource";
import { type Show } from "../resource/show";

/** One member of a policy that is an object. */
export interface RecordMember extends PolicyForm {
  /** Pulsar's name of it. */
  readonly key: string;
  /** What Pulsar is sent where the program says nothing: it would put a 0 there, which means something else. */
  readonly absent?: unknown;
}

/**
 * The form of a policy that is an object, from its members. All of them are always sent. `whole` finds what is wrong between
 * members that are each right; it is asked once all are known.
 */
export function recordForm<Spec>(
  members: Readonly<Record<keyof Spec & string, RecordMember>>,
  whole?: NonNullable<Field["check"]>,
): PolicyForm {
  const rows: readonly (readonly [string, RecordMember])[] = Object.entries<RecordMember>(members);
  return {
    check: (value, path, show) => checkRecord(rows, { value, path, show }, whole),
    normal: (value) => {
      const given = recordOf(value);
      return present(rows.map(([name, member]) => [name, normalOf(member, given[name] ?? member.default)]));
    },
    encode: (value) => {
      const given = recordOf(value);
      return Object.fromEntries(
        rows.map(([name, member]) => {
          const stated = given[name] ?? member.default;
          return [member.key, stated === undefined ? member.absent : encoded(member, stated)];
        }),
      );
    },
    decode: (body) => {
      const found = recordOf(body);
      return present(rows.map(([name, member]) => [name, decoded(member, found[member.key])]));
    },
  };
}

const present = (entries: readonly (readonly [string, unknown])[]): unknown =>
  Object.fromEntries(entries.filter(([, value]) => value !== undefined));

interface CheckedRecord {
  readonly value: unknown;
  readonly path: string;
  readonly show: Show;
}

function checkRecord(
  rows: readonly (readonly [string, RecordMember])[],
  { value, path, show }: CheckedRecord,
  whole: Field["check"],
): readonly CheckFailure[] {
  if (typeof value !== "object" || value === null)
    return [{ property: path, reason: `${show(value)} is not an object.` }];
  const given = recordOf(value);
  const failures = rows.flatMap(([name, { check, required }]): readonly CheckFailure[] => {
    const at = `${path}.${name}`;
    const member = given[name];
    if (member === undefined || member === null)
      return required === true ? [{ property: at, reason: "is missing: state it." }] : [];
    return isKnown(member) ? (check?.(member, at, show) ?? []) : [];
  });
  const isComplete = rows.every(([name]) => given[name] === undefined || isKnown(given[name]));
  return failures.length > 0 || !isComplete ? failures : (whole?.(value, path, show) ?? []);
}
