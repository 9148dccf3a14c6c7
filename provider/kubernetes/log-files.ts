import { logFilesDirectory } from "../model/log-config/instance-log";
import { ownVolumes } from "../model/own-volumes";
import type { MemberPlan } from "../model/plan";
import { isMountedByUser } from "./mounted-by-user";
import type { PodPart } from "./pod-part";
import { mounted } from "./parts/mounted";

/** Where log files are written and read; nothing where a volume of the user's is mounted in that place. */
export const logFiles = (member: MemberPlan): PodPart =>
  places.some((place) => isMountedByUser(member, place))
    ? {}
    : mounted(ownVolumes.logs, { emptyDir: {} }, { mountPath: logFilesDirectory });

const places: readonly string[] = [logFilesDirectory, logFilesDirectory.replace(/\/[^/]+$/, "")];
