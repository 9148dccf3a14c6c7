import type { MeshSpec } from "./mesh";
import type { PulsarHome } from "./topic-name";

/** The tenant and namespace of whatever in a mesh states none. */
export const meshHome = ({ defaults }: Pick<MeshSpec, "defaults">): PulsarHome => ({
  tenant: defaults?.tenant ?? "public",
  pulsarNamespace: defaults?.namespace ?? "default",
});
