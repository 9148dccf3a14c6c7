/** Volumes of the mesh's own in pods, by what they are for. Credentials have theirs from access-spot.ts. */
export const ownVolumes = {
  logs: "function-mesh-logs",
  logConfig: "function-mesh-log-config",
  package: "function-mesh-package",
} as const;

/** The volume with the keys of one directory. */
export const keyVolume = (index: number): string => `function-mesh-crypto-${index}`;

/** The volume with the credentials file of an OAuth2 client. */
export const oauth2Volume = (spotVolumes: string): string => `${spotVolumes}-oauth2`;

/** The volume with the authorities that are trusted. */
export const trustCertsVolume = (spotVolumes: string): string => `${spotVolumes}-trust-certs`;
