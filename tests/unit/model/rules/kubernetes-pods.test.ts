import { member, testRule } from "./broken-meshes";

testRule("FM070", [
  {
    name: "a budget",
    spec: member({ pod: { minAvailable: "half" } }),
    want: ["FM070 functions.f.pod.minAvailable"],
  },
  { name: "a budget in percent", spec: member({ pod: { minAvailable: "50%" } }), want: [] },
  { name: "a budget in instances", spec: member({ pod: { minAvailable: 2 } }), want: [] },
  ...[-1, 1.5, "101%"].map((minAvailable) => ({
    name: `a budget of ${minAvailable}`,
    spec: member({ pod: { minAvailable } }),
    want: ["FM070 functions.f.pod.minAvailable"],
  })),
  {
    name: "names of what exists",
    spec: member({ pod: { serviceAccountName: "A_b", imagePullSecrets: [{ name: "a.b" }, {}] } }),
    want: ["FM070 functions.f.pod.serviceAccountName", "FM070 functions.f.pod.imagePullSecrets[1].name"],
  },
  {
    name: "secrets for pulling images that cannot be",
    spec: member({ pod: { imagePullSecrets: [{ name: "" }, { name: "My_Secret" }, { name: "mine" }] } }),
    want: [0, 1].map((index) => `FM070 functions.f.pod.imagePullSecrets[${index}].name`),
    wantInManifests: [0, 1].map((index) => `FM070? functions.f.pod.imagePullSecrets[${index}].name`),
  },
]);
