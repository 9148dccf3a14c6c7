import type { Container, Volume, VolumeMount } from "../model/kubernetes-types";
import { operatorVolumes } from "../model/operator-volumes";
import type { MemberPlan } from "../model/plan";
import { claimNames } from "../model/rules/kubernetes-claims";
import { isKnown } from "../model/unknown";

type Containers = readonly Container[];

/** Lets containers of a manifest mount what the operator has in volumes of its own, by the names it has there. */
export function withOperatorMounts(
  member: MemberPlan,
  volumes: readonly Volume[],
): (containers: Containers) => Containers {
  const ours = operatorVolumes(member);
  if (ours.size === 0 || !isKnown(volumes)) return (containers) => containers;
  const users = new Set([...volumes, ...claimNames(member)].map(({ name }) => name));
  const mountOf = (mount: VolumeMount): VolumeMount =>
    users.has(mount.name) ? mount : { ...mount, name: ours.get(mount.name) ?? mount.name };
  return (containers) =>
    containers.map((container) =>
      container.volumeMounts === undefined
        ? container
        : { ...container, volumeMounts: container.volumeMounts.map(mountOf) },
    );
}
