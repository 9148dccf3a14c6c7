import { goLevel } from "../../model/log-config/go-level";
import { instanceLog, type LogConfigFile, logConfigDirectory } from "../../model/log-config/instance-log";
import { ownVolumes } from "../../model/own-volumes";
import type { MemberPlan } from "../../model/plan";
import { logFiles } from "../log-files";
import type { PlaceObjects } from "../place-objects";
import type { PodPart } from "../pod-part";
import type { ReferencedNames } from "../referenced-names";
import { mounted } from "./mounted";

/** What the instance logs, and where it may write files. */
export function logPart({ member }: PlaceObjects, { config }: ReferencedNames): PodPart {
  const { file, writesFiles } = instanceLog(member);
  const configuration = file === undefined ? {} : configurationPart(file, config);
  const files = writesFiles ? logFiles(member) : {};
  return {
    volumes: [...(configuration.volumes ?? []), ...(files.volumes ?? [])],
    mounts: [...(configuration.mounts ?? []), ...(files.mounts ?? [])],
    ...levelPart(member),
  };
}

/** The whole directory, so that a configuration of the user's that changes is read again where it asks for that. */
function configurationPart({ name, own }: LogConfigFile, config: string): PodPart {
  const items = [{ key: own?.key ?? name, path: name }];
  const configMap = { name: own?.name ?? config, items };
  return mounted(ownVolumes.logConfig, { configMap }, { mountPath: logConfigDirectory, readOnly: true });
}

/** Functions in Go are told by a variable. */
const levelPart = (member: MemberPlan): PodPart =>
  member.runtime === "golang"
    ? { env: [{ name: "LOGGING_LEVEL", value: goLevel(instanceLog(member).spec.level) }] }
    : {};
