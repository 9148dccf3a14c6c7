import { mountDirectory } from "../model/mount-directory";
import type { MemberPlan } from "../model/plan";
import { isKnown } from "../model/unknown";

/**
 * True where a volume of the user's is mounted in exactly that place. The mesh's own is then left out: Kubernetes takes no two
 * mounts of one path, and the user has said what should be there.
 */
export const isMountedByUser = ({ spec: { volumeMounts } }: MemberPlan, directory: string): boolean =>
  isKnown(volumeMounts) &&
  (volumeMounts ?? []).some(
    ({ mountPath }) => isKnown(mountPath) && mountDirectory(mountPath) === mountDirectory(directory),
  );
