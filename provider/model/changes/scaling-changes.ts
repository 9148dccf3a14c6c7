import { isStandbyText } from "./place-text";
import type { Change } from "./change";
import { fieldChange } from "./field-change";
import { differenceText, type FieldDifference, shownValue } from "./field-differences";
import type { MemberFacts } from "./member-facts";
import { fieldPath, listed, podsText } from "./member-words";
import { alsoRestarts, type Restarted } from "./restart-words";
import { volumesOfFewer } from "./volume-words";

/** Fields by which the number of instances is decided. */
export const isOfScaling = ({ field, effect, isOpen }: FieldDifference): boolean =>
  effect === "scale" && !isOpen && /^(paused|replicas|autoscaling)\b/.test(field);

/** What becomes of the number of a member's instances. */
export function scalingChanges(
  member: Required<Restarted>,
  differences: readonly FieldDifference[],
): readonly Change[] {
  const { before, after } = member;
  const of = (name: string) =>
    differences.filter((difference) => isOfScaling(difference) && new RegExp(`^${name}\\b`).test(difference.field));
  const [paused] = of("paused");
  const [replicas] = of("replicas");
  const autoscaling = of("autoscaling");
  return [
    ...(paused === undefined ? [] : [pauseChange([before, after], paused)]),
    ...(replicas === undefined ? [] : [replicasChange(member, replicas)]),
    ...(autoscaling.length === 0 ? [] : [autoscalingChange(member, autoscaling)]),
  ];
}

function pauseChange([before, member]: readonly [MemberFacts, MemberFacts], { after }: FieldDifference): Change {
  const about = { path: fieldPath(member, "paused"), members: [member.name], effect: "scale" } as const;
  const kept = member.kind === "source" ? "" : ", and its subscriptions keep what arrives";
  if (before.pods === 0 && member.pods === 0) {
    const text = `${member.name} is ${after === true ? "paused" : "paused no more"}, and has no instance before or after`;
    return { kind: after === true ? "memberPaused" : "memberResumed", ...about, effect: "none", text };
  }
  return after === true
    ? { kind: "memberPaused", ...about, text: `${member.name} is paused: its instances end${kept}` }
    : { kind: "memberResumed", ...about, text: `${member.name} goes on: its instances start again` };
}

function replicasChange(member: Required<Restarted>, difference: FieldDifference): Change {
  const { before, after, fate } = member;
  const [old, now] = [shownValue(difference.before), shownValue(difference.after)];
  const isTold = before.fields["showPreciseParallelism"] === true && after.fields["showPreciseParallelism"] === true;
  const rest =
    before.pods === 0
      ? ": they start"
      : fate.isMadeAnew
        ? ", in its new workload"
        : isTold
          ? `: ${alsoRestarts(member, `${podsText(before)} restart`)}, since they are told their number`
          : untouched(member, ": ");
  const isIdle = before.pods === 0 && after.pods === 0;
  const each = after.places.filter((place) => !isStandbyText(place)).length > 1 ? " in each place" : "";
  const count = `${now ?? "another number of"} instance${now === "1" ? "" : "s"}${each}`;
  const was = old === undefined ? "" : ` (was ${old})`;
  const text =
    difference.after === undefined
      ? `the number of instances of ${after.name} is ${hasAutoscaler(after) ? "its autoscaler's" : "left alone"} from now on${was}`
      : isIdle
        ? `${after.name} is to have ${count}${was}, and has none before or after: it does not run`
        : after.pods === 0 && now !== "0"
          ? `${after.name} is to have ${count} when it runs again${was}`
          : now === "0"
            ? `ends all instances of ${after.name}${was}${after.kind === "source" ? "" : ": its subscriptions keep what arrives"}`
            : `scales ${after.name} to ${count}${was}${rest}`;
  const isFewer = typeof difference.before === "number" && Number(difference.after) < difference.before;
  const volumes = isFewer && before.pods !== 0 ? volumesOfFewer(after) : "";
  const effect = isIdle || after.pods === 0 ? (now === "0" ? "scale" : "none") : isTold ? "roll" : "scale";
  const path = fieldPath(after, "replicas");
  return {
    kind: "replicasChanged",
    path,
    text: text + volumes,
    members: [after.name],
    effect,
    fields: [{ ...fieldChange(path, difference), effect }],
  };
}

const hasAutoscaler = ({ fields }: MemberFacts): boolean =>
  Object.keys(fields).some((field) => /^autoscaling\b/.test(field));

/** Of instances that another change does not restart. */
const untouched = ({ fate }: Required<Restarted>, before: string): string =>
  fate.restarts ? "" : `${before}those that stay are not touched`;

function autoscalingChange(of: Required<Restarted>, differences: readonly FieldDifference[]): Change {
  const { after: member } = of;
  return {
    kind: "autoscalingChanged",
    path: fieldPath(member, differences.length === 1 ? (differences[0]?.field ?? "") : "autoscaling"),
    text: `${member.name} may have another number of instances because ${listed(differences.map(differenceText))}${untouched(of, "; ")}`,
    members: [member.name],
    effect: "scale",
    fields: differences.map((difference) => fieldChange(fieldPath(member, difference.field), difference)),
  };
}
