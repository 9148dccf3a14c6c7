import { argumentPath } from "../argument-path";
import { connectionOf } from "../connection";
import { type CredentialKind, credentialKinds } from "../credential";
import type { MemberPlan, MeshPlan } from "../plan";
import { autoscalerOf } from "../replicas";
import { isKnown } from "../unknown";
import type { Finding } from "./rule";

/** Credentials of members that KEDA, which asks for their backlog, has no use for; and the modes in which it has one. */
const unusable: Readonly<Partial<Record<CredentialKind, { readonly name: string; readonly modes: string }>>> = {
  oauth2: { name: "OAuth2 client", modes: '"oauth"' },
  plugin: { name: "plugin", modes: '"bearer", "basic", "oauth" or "tls"' },
};

/** A member that is scaled by its backlog with a credential that KEDA cannot ask for the backlog with. */
export function scalingFindings(plan: MeshPlan, member: MemberPlan): readonly Finding[] {
  const { backlog } = member.spec.autoscaling ?? {};
  if (backlog === undefined || backlog.authentication !== undefined) return [];
  const place = member.places.find((each) => autoscalerOf(member, each) === "keda");
  const auth = place === undefined ? undefined : connectionOf(plan, member, place).auth;
  if (auth === undefined || !isKnown(auth)) return [];
  const [kind, another] = credentialKinds(auth);
  const refused = kind === undefined || another !== undefined ? undefined : unusable[kind];
  if (refused === undefined) return [];
  return [
    {
      path: argumentPath(member.path, "autoscaling", "backlog", "authentication"),
      message: `is missing, and KEDA cannot ask for the backlog with the ${refused.name} of the member`,
      help: `make a TriggerAuthentication, and state its name in \`triggerAuthentication\` and ${refused.modes} in \`modes\``,
    },
  ];
}
