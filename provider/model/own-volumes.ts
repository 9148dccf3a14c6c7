/** Volumes of the mesh's own in pods, by what they are for. Credentials have theirs from access-spot.ts. */
export const ownVolumes = {
  logs: "function-mesh-logs",
  logConfig: "function-mesh-log-config",
  package: "function-mesh-package",
} as const;

/** The volume with the keys of one directory. */
export const keyVolume = (index: number): string => `function-mesh-crypto-${index}`;
