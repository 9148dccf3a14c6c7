import { argumentPath } from "../argument-path";
import { codePathOf } from "../code-path";
import type { Volume, VolumeMount } from "../kubernetes-types";
import { knownItems } from "../known-items";
import { mountDirectory } from "../mount-directory";
import { operatorVolumes } from "../operator-volumes";
import { ownMounts } from "../own-mounts";
import type { MemberPlan, MeshPlan } from "../plan";
import { isKnown, isWhollyKnown } from "../unknown";
import { claimNames } from "./kubernetes-claims";
import { labelNames } from "./kubernetes-names";
import { repeatedNames } from "./repeated-names";
import type { CheckedMesh, Finding } from "./rule";

/** Volumes of the mesh's own all begin so. */
const isOurVolume = (name: string): boolean => name.startsWith("function-mesh-");

/** The volumes of the pods, and the mounts of the instance's container. */
export function volumeFindings(member: MemberPlan, { plan }: CheckedMesh): readonly Finding[] {
  const { path, spec } = member;
  if (spec.pod?.volumes === undefined && spec.volumeMounts === undefined) return [];
  const volumes = knownItems(spec.pod?.volumes);
  const names = volumes.map(([{ name }, index]) => ({
    name,
    path: argumentPath(path, "pod", "volumes", index, "name"),
  }));
  const mounts = isKnown(spec.volumeMounts) ? (spec.volumeMounts ?? []) : [];
  return [
    ...repeatedNames(names, "a volume", isOurVolume),
    ...labelNames(names, "a volume"),
    ...volumes.flatMap(([volume, index]) => sourceFindings(volume, argumentPath(path, "pod", "volumes", index))),
    ...mountFindings(member, mounts, argumentPath(path, "volumeMounts")),
    ...overOurs({ plan, member, mounts }),
    ...overPackage(member, mounts),
  ];
}

function sourceFindings(volume: Volume, path: string): readonly Finding[] {
  const stated = Object.entries(volume)
    .flatMap(([source, value]) => (source === "name" || value === undefined ? [] : [source]))
    .sort();
  if (stated.length < 2) return [];
  return [{ path, message: `states ${stated.length} sources: ${stated.join(", ")}`, help: "keep one of them" }];
}

/** Mounts of any container of a member. */
export function mountFindings(member: MemberPlan, mounts: readonly VolumeMount[], path: string): readonly Finding[] {
  const at = (index: number, field: keyof VolumeMount): string => argumentPath(path, index, field);
  return [
    ...repeatedNames(
      knownItems(mounts).map(([{ mountPath }, index]) => ({ name: mountPath, path: at(index, "mountPath") })),
      "a mount",
    ),
    ...knownItems(mounts).flatMap(([{ name, mountPath, subPath, subPathExpr }, index]): readonly Finding[] => [
      ...(mountPath === "" ? [{ path: at(index, "mountPath"), message: "is empty", help: "state a directory" }] : []),
      ...(isKnown(subPath) && subPath?.split("/").includes("..") === true
        ? [{ path: at(index, "subPath"), message: `"${subPath}" leaves the volume`, help: "write a path without .." }]
        : []),
      ...(isKnown(subPath) && subPath?.startsWith("/") === true
        ? [{ path: at(index, "subPath"), message: `"${subPath}" begins with a /`, help: "write a path in the volume" }]
        : []),
      ...(subPath !== undefined && subPath !== "" && subPathExpr !== undefined && subPathExpr !== ""
        ? [{ path: at(index, "subPathExpr"), message: "is stated beside `subPath`", help: "keep one of the two" }]
        : []),
      ...(hasVolume(member, name)
        ? []
        : [
            {
              path: at(index, "name"),
              message: `there is no volume "${name}"`,
              help: "add the volume to `pod.volumes` or `volumeClaimTemplates`",
            },
          ]),
    ]),
  ];
}

function hasVolume(member: MemberPlan, name: string): boolean {
  const { pod, volumeClaimTemplates } = member.spec;
  const volumes = pod?.volumes;
  if (
    !isKnown(name) ||
    !isKnown(volumes) ||
    volumes?.every(isKnown) === false ||
    !isWhollyKnown(volumeClaimTemplates) ||
    isOurVolume(name) ||
    operatorVolumes(member).has(name)
  )
    return true;
  const known = (volumes ?? []).map((volume) => volume.name);
  return known.includes(name) || claimNames(member).some((claim) => claim.name === name) || !known.every(isKnown);
}

interface Mounted {
  readonly plan: MeshPlan;
  readonly member: MemberPlan;
  readonly mounts: readonly VolumeMount[];
}

/** Where the user mounts what the mesh mounts as well: Kubernetes takes no two of one path. */
function overOurs({ plan, member, mounts }: Mounted): readonly Finding[] {
  if (mounts.length === 0) return [];
  const ours = new Set(ownMounts(plan, member).map(mountDirectory));
  return knownItems(mounts).flatMap(([{ mountPath }, index]): readonly Finding[] => {
    if (!ours.has(mountDirectory(mountPath))) return [];
    const path = argumentPath(member.path, "volumeMounts", index, "mountPath");
    return [{ path, message: `"${mountPath}" is a mount of the mesh's own`, help: "use another one" }];
  });
}

/** In place of a package the user's file counts, and what is downloaded is for nothing. */
function overPackage(member: MemberPlan, mounts: readonly VolumeMount[]): readonly Finding[] {
  if (member.package === undefined) return [];
  const file = mountDirectory(codePathOf(member));
  return knownItems(mounts).flatMap(([{ mountPath }, index]): readonly Finding[] => {
    if (!isKnown(mountPath) || mountDirectory(mountPath) !== file) return [];
    const path = argumentPath(member.path, "volumeMounts", index, "mountPath");
    const message = `"${mountPath}" takes the place of the package that is downloaded`;
    return [{ path, message, help: "use another one, or leave the package out", inManifests: "warning" }];
  });
}
