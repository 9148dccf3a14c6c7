import { grouped } from "../grouped";
import type { MemberPlan } from "../plan";
import { externalEntryFindings } from "./external-entries";
import { fieldConditions } from "./field-conditions";
import { fieldAlternatives, fieldRuntimes, runtimeWords } from "./field-runtimes";
import { fieldsAt } from "./fields-at";
import type { Finding, Rule } from "./rule";

/** FM075 */
export const fieldEffects: Rule = {
  code: "FM075",
  severity: "error",
  inManifests: "warning",
  title: "Every field that is stated has an effect",
  description:
    "Not every instance program knows every setting, and some settings do something only together with others. A field that would silently do nothing is refused.",
  check: (mesh) => [
    ...mesh.plan.members.flatMap((member) => [...runtimeFindings(member), ...conditionFindings(member)]),
    ...externalEntryFindings(mesh),
  ],
};

type Steps = readonly string[];
type Runtime = MemberPlan["runtime"];

/** Both tables with their paths taken apart, once: they are gone through for every member. */
const runtimeRows = byTop(Object.entries(fieldRuntimes).map(([field, runtimes]) => ({ field, runtimes })));
const conditionRows = byTop(fieldConditions);

/** By the first step to the field: a member is held only against the rows of what it states. */
function byTop<Row extends { readonly field: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly (Row & { readonly steps: Steps })[]> {
  return grouped(
    rows.map((row) => {
      const steps = row.field.split(".");
      return [steps[0] ?? "", { ...row, steps }];
    }),
  );
}

/** What says the same as leaving the field out, as manifests do that a program wrote. */
const nothings: readonly unknown[] = [false, 0, ""];

const asksForNothing = (value: unknown): boolean =>
  nothings.includes(value) || (typeof value === "object" && value !== null && Object.keys(value).length === 0);

const stated = ({ spec, path }: MemberPlan, steps: Steps): readonly string[] =>
  fieldsAt(spec, path, steps)
    .filter(({ value }) => !asksForNothing(value))
    .map(({ path: at }) => at);

/** Gone through for every field of every member, of which nearly all are right: nothing is made on the way. */
function runtimeFindings(member: MemberPlan): readonly Finding[] {
  const found: Finding[] = [];
  for (const top of Object.keys(member.spec))
    for (const { field, steps, runtimes } of runtimeRows.get(top) ?? none) {
      if (runtimes.includes(member.runtime)) continue;
      const message = `has no effect for ${runtimeWords[member.runtime]}`;
      const help = fieldAlternatives[field]?.[member.runtime] ?? leaveItOut(runtimes);
      for (const path of stated(member, steps)) found.push({ path, message, help });
    }
  return found;
}

const none: readonly never[] = [];

const leaveItOut = (runtimes: readonly Runtime[]): string =>
  runtimes.length === 0
    ? "leave it out"
    : `leave it out; it works for ${runtimes.map((runtime) => runtimeWords[runtime]).join(", ")}`;

function conditionFindings(member: MemberPlan): readonly Finding[] {
  const found: Finding[] = [];
  for (const top of Object.keys(member.spec))
    for (const { steps, holds, otherwise } of conditionRows.get(top) ?? none) {
      // Cheaper to ask than what is stated: most fields of most members have their effect.
      if (holds(member)) continue;
      const message = `has no effect ${otherwise}`;
      for (const path of stated(member, steps)) found.push({ path, message, help: "leave it out" });
    }
  return found;
}
