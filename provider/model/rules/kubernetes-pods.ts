import { argumentPath } from "../argument-path";
import type { MemberPlan } from "../plan";
import type { PodDefaultsSpec } from "../pod-spec";
import { isKnown } from "../unknown";
import { objectNames } from "./kubernetes-names";
import type { CheckedMesh, Finding } from "./rule";

/** What else pods are given, by a member and by the defaults. */
export const podFindings = ({ plan, spec }: CheckedMesh): readonly Finding[] => [
  ...sharedFindings(spec.defaults?.pod, "defaults.pod"),
  ...plan.members.flatMap((member) => [
    ...sharedFindings(member.spec.pod, argumentPath(member.path, "pod")),
    ...budgetFindings(member),
    ...imageFindings(member),
  ]),
];

function sharedFindings(pod: PodDefaultsSpec | undefined, path: string): readonly Finding[] {
  if (pod === undefined) return [];
  const { tolerations, imagePullSecrets, serviceAccountName } = pod;
  const at = (...steps: readonly (string | number)[]): string => argumentPath(path, ...steps);
  const account =
    serviceAccountName === undefined ? [] : [{ name: serviceAccountName, path: at("serviceAccountName") }];
  const secrets = (isKnown(imagePullSecrets) ? (imagePullSecrets ?? []) : []).map(({ name = "" }, index) => ({
    name,
    path: at("imagePullSecrets", index, "name"),
  }));
  return [
    ...objectNames(account, "a ServiceAccount"),
    ...objectNames(secrets, "a Secret"),
    ...(isKnown(tolerations) ? (tolerations ?? []) : []).flatMap(({ key, operator }, index): readonly Finding[] => {
      if (!isKnown(key) || !isKnown(operator) || (key ?? "") !== "" || operator === "Exists") return [];
      const help = "state the key of a taint, or the operator Exists, which puts up with all";
      return [{ path: at("tolerations", index, "key"), message: "is missing", help }];
    }),
  ];
}

/** The number of instances that a disruption budget keeps. */
function budgetFindings({ path, spec }: MemberPlan): readonly Finding[] {
  const least = spec.pod?.minAvailable;
  if (least === undefined || !isKnown(least) || /^(\d+|\d{1,2}%|100%)$/.test(String(least))) return [];
  const help = 'write a number of instances (1), or percent of them ("50%")';
  const message = `"${least}" is neither a number of instances nor percent of them`;
  return [{ path: argumentPath(path, "pod", "minAvailable"), message, help }];
}

/** The API server takes any text for an image, and the pod then never starts. */
const imageFindings = ({ path, spec }: MemberPlan): readonly Finding[] =>
  (["image", "filebeatImage", "downloaderImage"] as const).flatMap((field): readonly Finding[] => {
    const image = spec[field];
    if (image === undefined || !isKnown(image) || !/\s/.test(image)) return [];
    const message = `"${image}" is not the name of an image`;
    return [{ path: argumentPath(path, field), message, help: "write <registry>/<repository>:<tag>" }];
  });
