import { byRuntime } from "./defaults-changes";
import { type FieldDifference, fieldDifferences } from "./field-differences";
import type { MemberFacts } from "./member-facts";
import { memberTrees } from "./member-fields";
import { isReplaced } from "./restart-words";

/**
 * The fields of which a member differs, by the paths that the arguments have. A workload of a name that stays keeps its claim templates when they
 * are left out.
 */
export function memberDifferences(
  before: MemberFacts,
  after: MemberFacts,
  keepsClaims: boolean,
): readonly FieldDifference[] {
  const all = fieldDifferences(memberTrees[after.kind], before.fields, after.fields);
  const hasOtherProgram = all.some(({ field }) => /^(?:java|python|golang|genericRuntime)\b/.test(field));
  return all
    .filter(({ field }) => field !== "runtime" || !hasOtherProgram)
    .map((difference) => {
      const { field, isRespelt, effect } = difference;
      // A new workload is made by the text of the template, whatever that means.
      const isKept = keepsClaims && field === "volumeClaimTemplates" && difference.after === undefined;
      const isNone = isKept || (isRespelt && (effect === "scale" || !isReplaced({ before, after })));
      const follows = followedBy(difference, before, after);
      return {
        ...difference,
        effect: isNone ? ("none" as const) : effect,
        field: after.statedPaths?.[field] ?? before.statedPaths?.[field] ?? field,
        ...(follows === undefined ? {} : { follows }),
      };
    });
}

/** What decides a value that the member does not state, where that is not the default of both. */
function followedBy(
  { field, before: old, after: now }: FieldDifference,
  before: MemberFacts,
  after: MemberFacts,
): FieldDifference["follows"] {
  const [top = ""] = /^[^.[]+/.exec(field) ?? [];
  const [was, is] = [before.inherited.includes(top), after.inherited.includes(top)];
  if (was && is && byRuntime.has(top) && before.fields["runtime"] !== after.fields["runtime"]) return "runtime";
  if (top === "env") return undefined;
  const [wasBuiltIn, isBuiltIn] = [before, after].map(({ builtIn = [] }) => builtIn.includes(top));
  if (was && is && wasBuiltIn !== isBuiltIn) return isBuiltIn === (now !== undefined) ? "runtime" : undefined;
  return (was && !is && now === undefined) || (!was && is && now !== undefined && old !== now) ? "defaults" : undefined;
}
