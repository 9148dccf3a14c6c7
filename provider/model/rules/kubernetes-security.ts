import { argumentPath } from "../argument-path";
import type { SeccompProfile } from "../kubernetes-types";
import { isKnown } from "../unknown";
import { choiceFindings } from "./kubernetes-choices";
import type { Finding } from "./rule";

/** What pods and containers say alike of who they run as. */
export interface SecurityFields {
  readonly runAsUser?: number;
  readonly runAsGroup?: number;
  readonly fsGroup?: number;
  readonly seccompProfile?: SeccompProfile;
}

const largestId = 2 ** 31 - 1;

/** Users and groups that there can be, and a profile of system calls that is one. That root is not forbidden is FM076's. */
export function securityFindings(context: SecurityFields | undefined, path: string): readonly Finding[] {
  if (context === undefined || !isKnown(context)) return [];
  return [
    ...(["runAsUser", "runAsGroup", "fsGroup"] as const).flatMap((field): readonly Finding[] => {
      const id = context[field];
      if (id === undefined || !isKnown(id) || (id >= 0 && id <= largestId)) return [];
      return [{ path: argumentPath(path, field), message: `is ${id}`, help: `write 0 to ${largestId}` }];
    }),
    ...profileFindings(context.seccompProfile, argumentPath(path, "seccompProfile")),
  ];
}

function profileFindings(profile: SeccompProfile | undefined, path: string): readonly Finding[] {
  if (profile === undefined || !isKnown(profile)) return [];
  // In a manifest it may be missing.
  const type: string | undefined = profile.type;
  const at = argumentPath(path, "type");
  const isMissing = type === undefined || type === "";
  return [
    ...(isMissing ? [{ path: at, message: "is missing", help: `write one of ${profileTypes.join(", ")}` }] : []),
    ...choiceFindings(type, at, profileTypes),
    ...(isMissing || !isKnown(type) ? [] : fileFindings(profile, argumentPath(path, "localhostProfile"))),
  ];
}

const profileTypes = ["RuntimeDefault", "Localhost", "Unconfined"];

/** The file of a profile of the node's own. */
function fileFindings({ type, localhostProfile }: SeccompProfile, path: string): readonly Finding[] {
  if ((type === "Localhost") === (localhostProfile !== undefined)) return [];
  return type === "Localhost"
    ? [{ path, message: "is missing", help: "state the file of the profile, or use the type RuntimeDefault" }]
    : [{ path, message: "goes with the type Localhost alone", help: "leave it out, or use that type" }];
}
