import type { Container, PodSecurityContext } from "./kubernetes-types";
import type { MemberPlan } from "./plan";
import { isKnown } from "./unknown";

const group = 10001;

/** What Pod Security "restricted" asks of a pod. The group owns mounted Secrets, so instances can read them. */
const restrictedPod = {
  runAsNonRoot: true,
  // Pulsar's own images are readable for everybody.
  runAsUser: group,
  runAsGroup: group,
  fsGroup: group,
  seccompProfile: { type: "RuntimeDefault" },
} as const satisfies PodSecurityContext;

/** The user that the operator runs pods as, and that images for it are made for. */
const operatorsUser = 10000;

/** Users, groups and rights of the processes in a member's pods: those stated, else what "restricted" asks for. */
export function podSecurityOf(member: MemberPlan): PodSecurityContext {
  const { pod, origin } = member;
  if (pod.securityContext !== undefined) return pod.securityContext;
  if (origin === undefined) return restrictedPod;
  const { runAsNonRoot, ...others } = { ...restrictedPod, runAsUser: operatorsUser };
  // The operator forbids nobody to be root, so a manifest with such a container ran without saying more.
  return usersContainers(member).some(asksForRoot) ? others : { runAsNonRoot, ...others };
}

const usersContainers = ({ pod: { initContainers, sidecars } }: MemberPlan): readonly Container[] =>
  [initContainers, sidecars].flatMap((list) => (isKnown(list) ? (list ?? []) : []));

const asksForRoot = ({ securityContext }: Container): boolean =>
  securityContext?.runAsUser === 0 || securityContext?.runAsNonRoot === false;
