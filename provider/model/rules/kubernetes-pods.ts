import { argumentPath } from "../argument-path";
import { knownItems } from "../known-items";
import type { MemberPlan } from "../plan";
import type { PodDefaultsSpec } from "../pod-spec";
import { isKnown } from "../unknown";
import { affinityFindings } from "./kubernetes-affinity";
import { imageFindings } from "./kubernetes-images";
import { objectNames } from "./kubernetes-names";
import { securityFindings } from "./kubernetes-security";
import { tolerationFindings } from "./kubernetes-tolerations";
import type { Named } from "./repeated-names";
import type { CheckedMesh, Finding } from "./rule";

/** What else pods are given, by a member and by the defaults. */
export const podFindings = (mesh: CheckedMesh): readonly Finding[] => [
  ...sharedFindings(mesh.spec.defaults?.pod, "defaults.pod"),
  ...imageFindings(defaultImages(mesh)),
  ...mesh.plan.members.flatMap((member) => [
    ...sharedFindings(member.spec.pod, argumentPath(member.path, "pod")),
    ...budgetFindings(member),
    ...imageFindings(ownImages(member)),
  ]),
];

function sharedFindings(pod: PodDefaultsSpec | undefined, path: string): readonly Finding[] {
  if (pod === undefined) return [];
  const { affinity, tolerations, imagePullSecrets, securityContext, serviceAccountName } = pod;
  const at = (...steps: readonly (string | number)[]): string => argumentPath(path, ...steps);
  const account =
    serviceAccountName === undefined ? [] : [{ name: serviceAccountName, path: at("serviceAccountName") }];
  const secrets = knownItems(imagePullSecrets).map(([{ name = "" }, index]) => ({
    name,
    path: at("imagePullSecrets", index, "name"),
  }));
  return [
    ...objectNames(account, "a ServiceAccount"),
    // The API server takes any name, and an image that needs no secret is pulled all the same.
    ...objectNames(secrets, "a Secret").map((finding): Finding => ({ ...finding, inManifests: "warning" })),
    ...tolerationFindings(tolerations, at("tolerations")),
    ...affinityFindings(affinity, at("affinity")),
    ...securityFindings(securityContext, at("securityContext")),
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

/** The images of a member's own containers. */
const ownImages = ({ path, spec }: MemberPlan): readonly Named[] =>
  (["image", "filebeatImage", "downloaderImage"] as const).flatMap((field) => {
    const image = spec[field];
    return image === undefined ? [] : [{ name: image, path: argumentPath(path, field) }];
  });

const defaultImages = ({ spec: { defaults } }: CheckedMesh): readonly Named[] =>
  (["java", "python", "golang", "generic"] as const).flatMap((runtime) => {
    const image = defaults?.images?.[runtime];
    return image === undefined ? [] : [{ name: image, path: argumentPath("defaults", "images", runtime) }];
  });
