import type { MemberPlan } from "./plan";

/** True when a member asks for secrets by name, its own or those of Secrets that exist already. */
export const hasSecrets = ({ spec }: MemberPlan): boolean =>
  Object.keys(spec.secrets ?? {}).length + Object.keys(spec.secretsMap ?? {}).length > 0;
