import type { SecurityContext } from "../model/kubernetes-types";

/** What Pod Security "restricted" asks of a container. */
export const restrictedContainer: SecurityContext = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ["ALL"] },
};
