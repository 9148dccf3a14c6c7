/** An object for Kubernetes rather than the arguments of a mesh, which have neither of these fields. */
export const isManifest = (value: unknown): boolean =>
  typeof value === "object" && value !== null && ("apiVersion" in value || "kind" in value);
