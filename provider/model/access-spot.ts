/** Where in a pod an access has its files: two accesses of one pod must not get in each other's way. */
export interface AccessSpot {
  /** Where the member's credentials Secret is mounted. */
  readonly credentials: string;
  /** Where a referenced Secret with an OAuth2 credentials file is mounted. */
  readonly oauth2: string;
  /** Where a referenced Secret with authorities is mounted. */
  readonly trustCerts: string;
  /** What the names of its volumes begin with. */
  readonly volumes: string;
  /** What the keys of its files in the member's credentials Secret begin with. */
  readonly keys: string;
}

/** The cluster the member reads from and writes to. */
export const memberSpot: AccessSpot = {
  credentials: "/etc/function-mesh/credentials",
  oauth2: "/etc/oauth2",
  trustCerts: "/etc/tls/pulsar-functions",
  volumes: "function-mesh",
  keys: "",
};

/** The cluster its package comes from, where that is another one. */
export const packageSpot: AccessSpot = {
  credentials: "/etc/function-mesh/package-credentials",
  oauth2: "/etc/oauth2-package-service",
  trustCerts: "/etc/tls/pulsar-functions-package-service",
  volumes: "function-mesh-package",
  keys: "package-",
};
