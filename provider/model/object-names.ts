import type { ManifestOrigin } from "./manifest-origin";
import { dnsLabel, maxWorkloadName } from "./names";
import type { MemberPlan, PlacePlan } from "./plan";

type ObjectNames = Pick<PlacePlan, "objectName" | "serviceName">;

/** How the objects of a member are called: as Pulumi calls it, or as the operator does where it comes from a manifest. */
export function objectNames(child: string, kind: MemberPlan["kind"], origin: ManifestOrigin | undefined): ObjectNames {
  if (origin === undefined) return { objectName: dnsLabel(child), serviceName: dnsLabel(child) };
  const objectName = `${origin.componentName}-${kind}`;
  return { objectName, serviceName: `${objectName}-headless` };
}

/** How many random bytes end a name that no other workload ever had; they are written in hexadecimal digits. */
export const uniqueNameBytes = 4;

/** What such a name begins with. */
export const uniqueNameBeginning = (objectName: string): string =>
  `${dnsLabel(objectName, maxWorkloadName - 2 * uniqueNameBytes - 1)}-`;
