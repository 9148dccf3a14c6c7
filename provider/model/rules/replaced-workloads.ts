import { argumentPath } from "../argument-path";
import { bringsMessages } from "../brings-messages";
import type { MemberPlan } from "../plan";
import { replacedOnRoll } from "../replaced-on-roll";
import type { CheckedMesh, Finding, Rule } from "./rule";

/** FM037 */
export const replacedWorkloads: Rule = {
  code: "FM037",
  severity: "error",
  inManifests: "error",
  title: "A workload is replaced only where two of it can stand side by side",
  description:
    'With `rollout.replaceOnRoll` a new workload starts beside the old one. That takes names of their own (`naming: "unique"`); volumes of claim templates would stay with the old one; and of what brings messages, two would bring each of them twice.',
  check: (mesh) => (mesh.plan.naming === "unique" ? mesh.plan.members.flatMap(besides) : underStableNames(mesh)),
};

/** Said once, where it is stated. */
function underStableNames({ spec, plan }: CheckedMesh): readonly Finding[] {
  const shared = spec.defaults?.rollout?.replaceOnRoll === true ? [argumentPath("defaults", ...field)] : [];
  const own = plan.members.filter(isStated).map(({ path }) => argumentPath(path, ...field));
  return [...shared, ...own].map((path) => ({
    path,
    message: "is true, and the new workload would have the name of the old one",
    help: 'set `naming: "unique"` on the FunctionMesh, or leave it out',
  }));
}

/** What the defaults say does nothing for what brings messages, and is no mistake there. */
function besides(member: MemberPlan): readonly Finding[] {
  const { path, spec } = member;
  const at = argumentPath(path, ...field);
  if (isStated(member) && bringsMessages(member)) {
    const message = "is true for what brings messages, and two of it would bring each of them twice";
    return [{ path: at, message, help: "leave it out: the old one stops before the new one starts" }];
  }
  const hasVolumes = Array.isArray(spec.volumeClaimTemplates) && spec.volumeClaimTemplates.length > 0;
  if (replacedOnRoll(member, "unique") !== true || !hasVolumes) return [];
  const message = "leaves its volumes behind whenever its pods would restart, since `rollout.replaceOnRoll` is true";
  const help = "set `rollout: { replaceOnRoll: false }` for this member, or leave the templates out";
  return [{ path: argumentPath(path, "volumeClaimTemplates"), message, help }];
}

const field = ["rollout", "replaceOnRoll"] as const;

const isStated = ({ spec }: MemberPlan): boolean => spec.rollout?.replaceOnRoll === true;
