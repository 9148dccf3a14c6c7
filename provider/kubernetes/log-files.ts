import { logFilesDirectory } from "../model/log-config/instance-log";
import type { MemberPlan } from "../model/plan";
import { isKnown } from "../model/unknown";
import type { PodPart } from "./pod-part";
import { mounted } from "./parts/mounted";

/** Where log files are written and read; nothing where a volume of the user's is mounted in that place. */
export const logFiles = ({ spec: { volumeMounts } }: MemberPlan): PodPart =>
  isKnown(volumeMounts) && (volumeMounts ?? []).some(({ mountPath }) => places.has(mountPath.replace(/\/+$/, "")))
    ? {}
    : mounted("function-mesh-logs", { emptyDir: {} }, { mountPath: logFilesDirectory });

const places: ReadonlySet<string> = new Set([logFilesDirectory, logFilesDirectory.replace(/\/[^/]+$/, "")]);
