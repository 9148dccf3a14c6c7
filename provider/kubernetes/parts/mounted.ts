import type { Volume, VolumeMount } from "../../model/kubernetes-types";
import type { PodPart } from "../pod-part";

/** A volume and where the instance finds it. */
export const mounted = (name: string, source: Omit<Volume, "name">, mount: Omit<VolumeMount, "name">): PodPart => ({
  volumes: [{ name, ...source }],
  mounts: [{ name, ...mount }],
});
