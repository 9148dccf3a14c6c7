import { accessOf, packageAccessOf } from "./access-of-member";
import { keyDirectories } from "./key-directories";
import { instanceLog, logConfigDirectory } from "./log-config/instance-log";
import { isFromWeb } from "./package-location";
import type { MemberPlan, MeshPlan } from "./plan";
import { instanceEnvironment } from "./runtime/instance-environment";

/**
 * Where the pods of a member have volumes of the mesh's own that no volume of the user's can stand in for. Where one can (what
 * instances write, and packages) the mesh's is left out.
 */
export const ownMounts = (plan: MeshPlan, member: MemberPlan): readonly string[] => [
  ...(isLocalCode(member) ? [instanceEnvironment.codeDirectory] : []),
  ...(instanceLog(member).file === undefined ? [] : [logConfigDirectory]),
  ...keyDirectories(member).map(({ path }) => path),
  ...accessMounts(plan, member),
];

const isLocalCode = ({ kind, spec }: MemberPlan): boolean => kind === "function" && spec.python?.code !== undefined;

/** Credentials and authorities. The names of the objects that they are in do not matter here. */
function accessMounts(plan: MeshPlan, member: MemberPlan): readonly string[] {
  const names = { credentials: "credentials", tlsDefaults: "tls-defaults" };
  const isFromPulsar = member.package !== undefined && !isFromWeb(member.package.location);
  return member.places.flatMap((place) => {
    const target = { plan, member, place };
    const accesses = [accessOf(target, names), ...(isFromPulsar ? [packageAccessOf(target, names)] : [])];
    return accesses.flatMap(({ mounts }) => mounts.map(({ mountPath }) => mountPath));
  });
}
