import type { Affinity, Toleration } from "../../../../provider/model/kubernetes-types";
import { around, member, testRule } from "./broken-meshes";

const tolerating = (toleration: Toleration) => member({ pod: { tolerations: [toleration] } });
const atToleration = "FM070 functions.f.pod.tolerations[0]";
const drawn = (affinity: Affinity) => member({ pod: { affinity } });
const atAffinity = "FM070 functions.f.pod.affinity";
const preferred = "preferredDuringSchedulingIgnoredDuringExecution";
const required = "requiredDuringSchedulingIgnoredDuringExecution";
const exists = { key: "a", operator: "Exists" };
const claimIn = (mode: string) =>
  around({
    volumeClaimTemplates: [
      {
        metadata: { name: "data" },
        spec: { accessModes: ["ReadWriteOnce", mode], resources: { requests: { storage: "1Gi" } } },
      },
    ],
  });
const mounting = (mount: object) =>
  member({ pod: { volumes: [{ name: "v" }] }, volumeMounts: [{ name: "v", mountPath: "/v", ...mount }] });
const scaling = (rules: object) => member({ autoscaling: { maxReplicas: 3, behavior: { scaleDown: rules } } });
const atRules = "FM070 functions.f.autoscaling.behavior.scaleDown";
const port = (containerPort: number) => ({ name: "", containerPort });

testRule("FM070", [
  {
    name: "an unknown operator of a toleration",
    spec: tolerating({ key: "a", operator: "In" }),
    want: [`${atToleration}.operator`],
  },
  { name: "an unknown effect", spec: tolerating({ ...exists, effect: "Never" }), want: [`${atToleration}.effect`] },
  { name: "a value beside Exists", spec: tolerating({ ...exists, value: "x" }), want: [`${atToleration}.value`] },
  {
    name: "a time that nothing ends",
    spec: tolerating({ ...exists, effect: "NoSchedule", tolerationSeconds: 3 }),
    want: [`${atToleration}.tolerationSeconds`],
  },
  { name: "a time", spec: tolerating({ ...exists, effect: "NoExecute", tolerationSeconds: 3 }), want: [] },
  { name: "a toleration", spec: tolerating({ key: "a", value: "x", effect: "NoSchedule" }), want: [] },
  {
    name: "tolerations of the defaults",
    spec: around({}, { defaults: { pod: { tolerations: [{ key: "a", operator: "In" }] } } }),
    want: ["FM070 defaults.pod.tolerations[0].operator"],
  },
  {
    name: "a weight of 0, and an unknown operator",
    spec: drawn({
      nodeAffinity: {
        [preferred]: [{ weight: 0, preference: { matchExpressions: [{ key: "a", operator: "Like" }] } }],
      },
    }),
    want: [`${atAffinity}.nodeAffinity.${preferred}[0].weight`].concat(
      `${atAffinity}.nodeAffinity.${preferred}[0].preference.matchExpressions[0].operator`,
    ),
  },
  {
    name: "no terms",
    spec: drawn({ nodeAffinity: { [required]: { nodeSelectorTerms: [] } } }),
    want: [`${atAffinity}.nodeAffinity.${required}.nodeSelectorTerms`],
  },
  {
    name: "values that are missing or too many",
    spec: drawn({
      nodeAffinity: {
        [required]: {
          nodeSelectorTerms: [
            { matchExpressions: [{ key: "a", operator: "In" }, { ...exists, values: ["x"] }, exists] },
          ],
        },
      },
    }),
    want: [0, 1].map(
      (index) => `${atAffinity}.nodeAffinity.${required}.nodeSelectorTerms[0].matchExpressions[${index}].values`,
    ),
  },
  {
    name: "pods nowhere, by an operator of nodes",
    spec: drawn({
      podAffinity: { [required]: [{ topologyKey: "" }] },
      podAntiAffinity: {
        [preferred]: [
          {
            weight: 101,
            podAffinityTerm: {
              topologyKey: "kubernetes.io/hostname",
              labelSelector: { matchExpressions: [{ key: "a", operator: "Gt", values: ["1"] }] },
            },
          },
        ],
      },
    }),
    want: [
      `${atAffinity}.podAffinity.${required}[0].topologyKey`,
      `${atAffinity}.podAntiAffinity.${preferred}[0].weight`,
      `${atAffinity}.podAntiAffinity.${preferred}[0].podAffinityTerm.labelSelector.matchExpressions[0].operator`,
    ],
  },
  {
    name: "affinities",
    spec: drawn({
      nodeAffinity: {
        [required]: { nodeSelectorTerms: [{ matchExpressions: [{ key: "a", operator: "Gt", values: ["1"] }] }] },
      },
      podAntiAffinity: { [preferred]: [{ weight: 1, podAffinityTerm: { topologyKey: "zone" } }] },
    }),
    want: [],
  },
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
  {
    name: "ports",
    spec: member({
      pod: {
        sidecars: [
          {
            name: "a",
            image: "a",
            ports: [
              { name: "p", containerPort: 1, protocol: "HTTP" },
              { name: "p", containerPort: 2, protocol: "UDP" },
            ],
          },
        ],
      },
    }),
    want: ["FM070 functions.f.pod.sidecars[0].ports[1].name", "FM070 functions.f.pod.sidecars[0].ports[0].protocol"],
  },
  {
    name: "a port with an empty name, which is none",
    spec: member({ pod: { sidecars: [{ name: "a", image: "a", ports: [1, 2].map(port) }] } }),
    want: [],
    wantInManifests: [],
  },
  {
    name: "secrets for pulling images that cannot be",
    spec: member({ pod: { imagePullSecrets: [{ name: "" }, { name: "My_Secret" }, { name: "mine" }] } }),
    want: [0, 1].map((index) => `FM070 functions.f.pod.imagePullSecrets[${index}].name`),
    wantInManifests: [0, 1].map((index) => `FM070? functions.f.pod.imagePullSecrets[${index}].name`),
  },
  {
    name: "a mount from the root of a node",
    spec: mounting({ subPath: "/x" }),
    want: ["FM070 functions.f.volumeMounts[0].subPath"],
  },
  {
    name: "a mount of two paths",
    spec: mounting({ subPath: "x", subPathExpr: "$(A)" }),
    want: ["FM070 functions.f.volumeMounts[0].subPathExpr"],
  },
  { name: "a mount of a path", spec: mounting({ subPath: "x" }), want: [] },
  {
    name: "an unknown way of access",
    spec: claimIn("ReadWriteTwice"),
    want: ["FM070 functions.f.volumeClaimTemplates[0].spec.accessModes[1]"],
  },
  { name: "ways of access", spec: claimIn("ReadWriteOncePod"), want: [] },
  {
    name: "thousandths of a byte",
    spec: member({ resources: { requests: { memory: "100m", cpu: "100m" } } }),
    want: ["FM070 functions.f.resources.requests.memory"],
    wantInManifests: ["FM070? functions.f.resources.requests.memory"],
  },
  { name: "no policy", spec: scaling({ policies: [] }), want: [`${atRules}.policies`] },
  { name: "an unknown choice", spec: scaling({ selectPolicy: "Any" }), want: [`${atRules}.selectPolicy`] },
  { name: "a choice", spec: scaling({ selectPolicy: "Disabled" }), want: [] },
]);
