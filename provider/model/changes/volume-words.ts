import { isUnknown } from "../unknown";
import type { MemberFacts } from "./member-facts";

type Claims = Pick<MemberFacts, "fields">;

const hasVolumes = ({ fields }: Claims): boolean => fields["volumeClaimTemplates"] !== undefined;

/** `Retain` is the default, which facts leave out; `Delete` is all else that there is. */
function isDeleted({ fields }: Claims, when: "whenDeleted" | "whenScaled"): boolean {
  const policy = fields[`persistentVolumeClaimRetentionPolicy.${when}`];
  return policy !== undefined && !isUnknown(policy);
}

/** What becomes of the volumes of a member that goes; nothing where it has none of its own. */
export function volumesOfRemoved(member: MemberFacts): string {
  if (!hasVolumes(member)) return "";
  return isDeleted(member, "whenDeleted") ? "; its volumes are deleted with all that is in them" : "; its volumes stay";
}

/** What becomes of the volumes of instances that end since there are to be fewer. */
export const volumesOfFewer = (member: MemberFacts): string =>
  hasVolumes(member) && isDeleted(member, "whenScaled")
    ? "; the volumes of those that end are deleted with all that is in them"
    : "";
