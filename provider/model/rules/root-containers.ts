import { argumentPath } from "../argument-path";
import type { Container, PodSecurityContext } from "../kubernetes-types";
import type { MemberPlan } from "../plan";
import { podSecurityOf } from "../pod-security";
import { isKnown } from "../unknown";
import type { Finding, Rule } from "./rule";

/** FM076 */
export const rootContainers: Rule = {
  code: "FM076",
  severity: "error",
  // The operator takes it, and the container never starts.
  inManifests: "warning",
  title: "No container asks for root where root is forbidden",
  description:
    "Pods run as a user that is not root and forbid root (`runAsNonRoot: true`), unless `pod.securityContext` says otherwise. A container that is to be root (`runAsUser: 0`) says so by `runAsNonRoot: false` as well; without it the node refuses to start the container.",
  check: ({ plan, spec }) => [
    ...podFindings(spec.defaults?.pod?.securityContext, "defaults.pod.securityContext"),
    ...plan.members.flatMap((member) => [
      ...podFindings(member.spec.pod?.securityContext, argumentPath(member.path, "pod", "securityContext")),
      ...(["initContainers", "sidecars"] as const).flatMap((field) => listFindings(member, field)),
    ]),
  ],
};

/** What is said for all containers of a pod at once. */
function podFindings(context: PodSecurityContext | undefined, path: string): readonly Finding[] {
  if (context?.runAsUser !== 0 || context.runAsNonRoot !== true) return [];
  const message = "is 0, which is root, and `runAsNonRoot: true` beside it forbids root";
  return [{ path: argumentPath(path, "runAsUser"), message, help: "write `runAsNonRoot: false`, or another user" }];
}

function listFindings(member: MemberPlan, field: "initContainers" | "sidecars"): readonly Finding[] {
  const list = member.spec.pod?.[field];
  if (list === undefined || !isKnown(list)) return [];
  const pod = podSecurityOf(member);
  return list.flatMap((container, index) => {
    const finding = containerFinding(container, pod);
    const path = argumentPath(member.path, "pod", field, index, "securityContext");
    return finding === undefined ? [] : [{ ...finding, path: argumentPath(path, finding.path) }];
  });
}

/** What a container says itself comes before what its pod says. */
function containerFinding({ name, securityContext }: Container, pod: PodSecurityContext): Finding | undefined {
  const { runAsUser, runAsNonRoot } = securityContext ?? {};
  const isStated = runAsUser !== undefined || runAsNonRoot !== undefined;
  const isRoot = (runAsUser ?? pod.runAsUser) === 0;
  const isForbidden = (runAsNonRoot ?? pod.runAsNonRoot) === true;
  if (!isStated || !isRoot || !isForbidden) return undefined;
  const who = isKnown(name) ? `the container "${name}"` : "the container";
  if (runAsUser === undefined) {
    const message = `${who} forbids root, which the user of its pod is`;
    return { path: "runAsNonRoot", message, help: "state `runAsUser` beside it, or write `runAsNonRoot: false`" };
  }
  const where = runAsNonRoot === undefined ? "of its pod" : "beside it";
  const message = `${who} asks for root, which \`runAsNonRoot: true\` ${where} forbids`;
  return { path: "runAsUser", message, help: "write `runAsNonRoot: false` beside it, or another user than 0" };
}
