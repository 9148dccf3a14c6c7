import { memberSpot, packageSpot } from "./access-spot";
import { keyDirectories } from "./key-directories";
import { instanceLog } from "./log-config/instance-log";
import type { PulsarReferences } from "./manifest-origin";
import { keyVolume, oauth2Volume, ownVolumes, trustCertsVolume } from "./own-volumes";
import type { MemberPlan } from "./plan";

/**
 * The names that the operator gives to volumes of its own in a member's pods, and the mesh's own with the same files. A manifest
 * may mount them by these names; the operator's cannot be taken over, since there two volumes may have the same.
 */
export function operatorVolumes(member: MemberPlan): ReadonlyMap<string, string> {
  const { origin } = member;
  if (origin === undefined) return new Map();
  const { file, writesFiles } = instanceLog(member);
  return new Map([
    ...(writesFiles ? ([["filebeat-logs", ownVolumes.logs]] as const) : []),
    ...(member.package === undefined ? [] : ([["downloader-volume", ownVolumes.package]] as const)),
    ...(file?.own === undefined
      ? []
      : ([[operatorName(file.own.name, `${member.runtime}-log-conf`), ownVolumes.logConfig]] as const)),
    ...keyDirectories(member).flatMap(({ secrets }, index) =>
      secrets.map(({ secretName, secretKey }) => [operatorName(secretName, secretKey), keyVolume(index)] as const),
    ),
    ...referenced(origin.packages, packageSpot.volumes),
    ...referenced(origin.pulsar, memberSpot.volumes),
  ]);
}

function referenced(references: PulsarReferences | undefined, volumes: string): readonly (readonly [string, string])[] {
  const { auth, tls } = references ?? {};
  const trustCerts = tls?.enabled === true ? tls.trustCerts : undefined;
  return [
    ...(auth?.kind === "oauth2" ? [[operatorName(auth.key.secret, auth.key.key), oauth2Volume(volumes)] as const] : []),
    ...(trustCerts === undefined
      ? []
      : [[operatorName(trustCerts.secret, trustCerts.key), trustCertsVolume(volumes)] as const]),
  ];
}

const operatorName = (...parts: readonly string[]): string =>
  parts
    .join("-")
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, "-")
    .slice(0, 63);
