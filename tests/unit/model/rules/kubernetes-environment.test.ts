import { around, member, secret, testRule, unknown } from "./broken-meshes";

const sidecar = { name: "proxy", image: "proxy:1" };

testRule("FM070", [
  {
    name: "a variable twice",
    spec: member({ pod: { env: [{ name: "A" }, { name: "A" }] } }),
    want: ["FM070 functions.f.pod.env[1].name"],
  },
  {
    name: "a variable of ours",
    spec: member({ pod: { env: [{ name: "FUNCTION_DETAILS" }] } }),
    want: ["FM070 functions.f.pod.env[0].name"],
  },
  {
    name: "a variable of ours, which counts whatever a manifest says",
    spec: member({
      pod: {
        env: [
          { name: "SHARD_ID", value: "7" },
          { name: "CLIENT_AUTH_PARAMS", value: "x" },
        ],
      },
    }),
    want: ["FM070 functions.f.pod.env[0].name", "FM070 functions.f.pod.env[1].name"],
    wantInManifests: ["FM070? functions.f.pod.env[0].name", "FM070? functions.f.pod.env[1].name"],
  },
  {
    name: "a secret of that name",
    spec: member({ secrets: { SHARD_ID: secret } }),
    want: ["FM070 functions.f.secrets.SHARD_ID"],
  },
  {
    name: "variables of the defaults",
    spec: around({}, { defaults: { env: { SHARD_ID: "7", "A=B": "x", FINE: "x" } } }),
    want: ["FM070 defaults.env.SHARD_ID", 'FM070 defaults.env["A=B"]'],
    wantInManifests: ["FM070? defaults.env.SHARD_ID", 'FM070 defaults.env["A=B"]'],
  },
  {
    name: "a variable of that name where it is a sidecar's own",
    spec: member({ pod: { sidecars: [{ ...sidecar, env: [{ name: "SHARD_ID", value: "7" }] }] } }),
    want: [],
  },
  {
    name: "a variable that instances do without",
    spec: member({ pod: { env: [{ name: "LOGGING_LEVEL", value: "debug" }] } }),
    want: [],
  },
  {
    name: "a secret's variable again",
    spec: member({ secrets: { pw: secret }, pod: { env: [{ name: "pw" }] } }),
    want: ["FM070 functions.f.pod.env[0].name"],
  },
  { name: "a secret's name", spec: member({ secrets: { "p w": secret } }), want: ['FM070 functions.f.secrets["p w"]'] },
  {
    name: "a value in two ways",
    spec: member({ pod: { env: [{ name: "A", value: "x", valueFrom: { fieldRef: { fieldPath: "x" } } }] } }),
    want: ["FM070 functions.f.pod.env[0].valueFrom"],
  },

  {
    name: "names as Kubernetes takes them",
    spec: member({ pod: { env: [{ name: "a.b-c d" }, { name: "~" }, { name: "1" }] } }),
    want: [],
  },
  {
    name: "names that are none",
    spec: member({ pod: { env: ["", "A=B", "\t", "é"].map((name) => ({ name })) } }),
    want: [0, 1, 2, 3].map((index) => `FM070 functions.f.pod.env[${index}].name`),
  },
  {
    name: "a secret of both kinds",
    spec: member({ secrets: { pw: secret }, secretsMap: { pw: { path: "s", key: "k" } } }),
    want: ["FM070 functions.f.secretsMap.pw"],
  },
  {
    name: "an empty value, which is none",
    spec: member({ pod: { env: [{ name: "A", value: "", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } }] } }),
    want: [],
  },
  { name: "names not known yet", spec: member({ pod: { env: [{ name: unknown }, { name: unknown }] } }), want: [] },
]);
