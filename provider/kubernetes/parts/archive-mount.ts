import type { VolumeMount } from "../../model/kubernetes-types";
import type { MemberPlan } from "../../model/plan";
import { archiveDirectory, pythonArchiveOf } from "../../model/python-archive";
import { isMountedByUser } from "../mounted-by-user";

/**
 * Where the instance gets a volume with the archive that it unpacks. Undefined for other code, and where the directory cannot
 * be replaced: Pulsar's own, and one that the user mounts.
 */
export function archiveMount(member: MemberPlan, volume: string): VolumeMount | undefined {
  const archive = pythonArchiveOf(member);
  if (archive === undefined) return undefined;
  const directory = archiveDirectory(archive);
  if (directory === "" || directory === "/pulsar" || isMountedByUser(member, directory)) return undefined;
  return { name: volume, mountPath: directory };
}
