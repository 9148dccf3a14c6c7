import type { PodSecurityContext, SeccompProfile } from "../../../../provider/model/kubernetes-types";
import { member, testRule, unknown } from "./broken-meshes";

const secured = (securityContext: PodSecurityContext) => member({ pod: { securityContext } });
const profiled = (profile: Partial<SeccompProfile>) => {
  // As a manifest may leave out what the type asks for.
  const seccompProfile: SeccompProfile = JSON.parse(JSON.stringify(profile));
  return secured({ seccompProfile });
};
const atProfile = "FM070 functions.f.pod.securityContext.seccompProfile";

testRule("FM070", [
  {
    name: "users that cannot be, and a profile that is none",
    spec: member({
      pod: {
        securityContext: { runAsUser: -1, fsGroup: 2 ** 31, seccompProfile: { type: "Default" } },
        sidecars: [
          { name: "a", image: "a", securityContext: { runAsGroup: -1, seccompProfile: { type: "Localhost" } } },
        ],
      },
    }),
    want: [
      "pod.securityContext.runAsUser",
      "pod.securityContext.fsGroup",
      "pod.securityContext.seccompProfile.type",
      "pod.sidecars[0].securityContext.runAsGroup",
      "pod.sidecars[0].securityContext.seccompProfile.localhostProfile",
    ].map((field) => `FM070 functions.f.${field}`),
  },
  { name: "users that can be", spec: secured({ runAsUser: 1, runAsGroup: 2, fsGroup: 2 ** 31 - 1 }), want: [] },
  {
    name: "a profile of no type",
    spec: profiled({}),
    want: [`${atProfile}.type`],
    wantInManifests: [`${atProfile}.type`],
  },
  {
    name: "a file of a profile that has none",
    spec: profiled({ type: "RuntimeDefault", localhostProfile: "a.json" }),
    want: [`${atProfile}.localhostProfile`],
    wantInManifests: [`${atProfile}.localhostProfile`],
  },
  { name: "a profile of the node", spec: profiled({ type: "Localhost", localhostProfile: "a.json" }), want: [] },
  { name: "a profile not known yet", spec: profiled({ type: unknown, localhostProfile: unknown }), want: [] },
]);
