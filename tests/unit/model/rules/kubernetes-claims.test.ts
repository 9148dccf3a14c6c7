import { member, testRule, unknown } from "./broken-meshes";

const claim = {
  metadata: { name: "data" },
  spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
};
const claimOf = (parts: object) => member({ volumeClaimTemplates: [{ ...claim, ...parts }] });
const claimIn = (mode: string) => claimOf({ spec: { ...claim.spec, accessModes: ["ReadWriteOnce", mode] } });
const claimFor = (storage: string) => claimOf({ spec: { ...claim.spec, resources: { requests: { storage } } } });

testRule("FM070", [
  {
    name: "a mount of a claim",
    spec: member({ volumeClaimTemplates: [claim], volumeMounts: [{ name: "data", mountPath: "/data" }] }),
    want: [],
  },
  {
    name: "claims of one name, that of a volume",
    spec: member({ volumeClaimTemplates: [claim, claim], pod: { volumes: [{ name: "data" }] } }),
    want: [
      "FM070 functions.f.volumeClaimTemplates[1].metadata.name",
      "FM070 functions.f.volumeClaimTemplates[0].metadata.name",
      "FM070 functions.f.volumeClaimTemplates[1].metadata.name",
    ],
  },
  {
    name: "a claim of nothing",
    spec: member({ volumeClaimTemplates: [{ spec: {} }] }),
    want: [
      "FM070 functions.f.volumeClaimTemplates[0].metadata.name",
      "FM070 functions.f.volumeClaimTemplates[0].spec.accessModes",
      "FM070 functions.f.volumeClaimTemplates[0].spec.resources.requests.storage",
    ],
  },
  {
    name: "an unknown way of access",
    spec: claimIn("ReadWriteTwice"),
    want: ["FM070 functions.f.volumeClaimTemplates[0].spec.accessModes[1]"],
  },
  { name: "ways of access", spec: claimIn("ReadWriteOncePod"), want: [] },

  ...["0", "-1Gi", "10GB", ""].map((storage) => ({
    name: `a claim of ${JSON.stringify(storage)}`,
    spec: claimFor(storage),
    want: ["FM070 functions.f.volumeClaimTemplates[0].spec.resources.requests.storage"],
  })),
  {
    name: "a claim's name",
    spec: claimOf({ metadata: { name: "My.Data" } }),
    want: ["FM070 functions.f.volumeClaimTemplates[0].metadata.name"],
  },
  {
    name: "a claim that takes the place of a volume, which the operator leaves standing",
    spec: member({ volumeClaimTemplates: [claim], pod: { volumes: [{ name: "data" }] } }),
    want: ["FM070 functions.f.volumeClaimTemplates[0].metadata.name"],
    wantInManifests: ["FM070? functions.f.volumeClaimTemplates[0].metadata.name"],
  },
  {
    name: "what is not known yet",
    spec: claimOf({
      metadata: { name: unknown },
      spec: { accessModes: [unknown], resources: { requests: { storage: unknown } } },
    }),
    want: [],
  },
]);
