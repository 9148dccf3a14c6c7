import { member, testRule } from "./broken-meshes";

testRule("FM070", [
  {
    name: "what the operator takes",
    spec: member({
      pod: {
        labels: { "app.kubernetes.io/name": "x" },
        env: [{ name: "A" }, { name: "A" }],
      },
    }),
    want: ['FM070 functions.f.pod.labels["app.kubernetes.io/name"]', "FM070 functions.f.pod.env[1].name"],
    wantInManifests: ['FM070? functions.f.pod.labels["app.kubernetes.io/name"]', "FM070? functions.f.pod.env[1].name"],
  },
]);
