import { accessOfConnection, connectionFiles, type AccessUse } from "./access-of-connection";
import { accessOfReferences, referencesFiles } from "./access-of-references";
import { memberSpot, packageSpot } from "./access-spot";
import { type Connection, connectionOf, packageConnectionOf } from "./connection";
import type { PulsarReferences } from "./manifest-origin";
import { isFromWeb } from "./package-location";
import type { MemberPlan, MeshPlan, PlacePlan } from "./plan";
import type { AccessNames, CredentialReader, PulsarAccess } from "./pulsar-access";
import { hasLogSidecar } from "./rules/log-sidecar";

/** A member in one of its places. */
export interface AccessTarget {
  readonly plan: MeshPlan;
  readonly member: MemberPlan;
  readonly place: PlacePlan;
}

/** What an access is worked out from. */
interface Basis {
  readonly use: AccessUse;
  readonly ways: PulsarReferences | Connection;
}

/** How the instances of a member reach Pulsar. */
export const accessOf = (target: AccessTarget, names: AccessNames): PulsarAccess =>
  accessOn(instanceBasis(target, target.member.runtime), target, names);

/** How the container that publishes log lines reaches it. */
export const shipperAccessOf = (target: AccessTarget, names: AccessNames): PulsarAccess =>
  accessOn(instanceBasis(target, "tool"), target, names);

/** How the container that downloads the member's package reaches the cluster it is kept in. */
export const packageAccessOf = (target: AccessTarget, names: AccessNames): PulsarAccess =>
  accessOn(packageBasis(target), target, names);

/** The member's credentials Secret, by key; empty where none is needed. */
export function credentialFiles(target: AccessTarget): Readonly<Record<string, string>> {
  const { member } = target;
  const bases = [
    instanceBasis(target, member.runtime),
    ...(hasLogSidecar(member) ? [instanceBasis(target, "tool")] : []),
    ...(needsPulsar(member) ? [packageBasis(target)] : []),
  ];
  return Object.assign({}, ...bases.map(filesOn));
}

/** Packages from the web need no access. */
const needsPulsar = (member: MemberPlan): boolean =>
  member.package !== undefined && !isFromWeb(member.package.location);

function accessOn({ ways, use }: Basis, { member }: AccessTarget, names: AccessNames): PulsarAccess {
  if (!isReferences(ways)) return accessOfConnection(ways, use, names);
  return accessOfReferences(ways, { ...use, clusterName: member.origin?.clusterName ?? "" }, names);
}

const filesOn = ({ ways, use }: Basis): Readonly<Record<string, string>> =>
  isReferences(ways) ? referencesFiles(ways, use) : connectionFiles(ways, use);

const isReferences = (ways: Basis["ways"]): ways is PulsarReferences => "configMap" in ways;

const instanceBasis = (target: AccessTarget, reader: CredentialReader): Basis => ({
  use: { reader, spot: memberSpot, protocol: "binary", isPart: hasOtherPackages(target) },
  ways: target.member.origin?.pulsar ?? connectionOf(target.plan, target.member, target.place),
});

function packageBasis(target: AccessTarget): Basis {
  const { plan, member, place } = target;
  const isOther = hasOtherPackages(target);
  return {
    use: { reader: "tool", spot: isOther ? packageSpot : memberSpot, protocol: "web", isPart: isOther },
    ways: member.origin?.packages ?? member.origin?.pulsar ?? packageConnectionOf(plan, member, place),
  };
}

/** True for a member whose package comes from another Pulsar cluster than its own. */
function hasOtherPackages({ member, place }: AccessTarget): boolean {
  if (!needsPulsar(member)) return false;
  if (member.origin !== undefined) return member.origin.packages !== undefined;
  return (member.package?.pulsarCluster ?? place.pulsarCluster) !== place.pulsarCluster;
}
