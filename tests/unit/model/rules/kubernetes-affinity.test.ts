import type { Affinity } from "../../../../provider/model/kubernetes-types";
import { member, testRule } from "./broken-meshes";

const drawn = (affinity: Affinity) => member({ pod: { affinity } });
const atAffinity = "FM070 functions.f.pod.affinity";
const preferred = "preferredDuringSchedulingIgnoredDuringExecution";
const required = "requiredDuringSchedulingIgnoredDuringExecution";
const exists = { key: "a", operator: "Exists" };
/** As a manifest may leave out what the type asks for. */
const read = (affinity: object): Affinity => JSON.parse(JSON.stringify(affinity));

testRule("FM070", [
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
    name: "what is missing",
    spec: drawn(
      read({
        nodeAffinity: { [preferred]: [{ preference: { matchExpressions: [{ values: ["x"] }] } }] },
        podAffinity: { [preferred]: [{ podAffinityTerm: {} }] },
      }),
    ),
    want: [
      `nodeAffinity.${preferred}[0].weight`,
      `nodeAffinity.${preferred}[0].preference.matchExpressions[0].key`,
      `nodeAffinity.${preferred}[0].preference.matchExpressions[0].operator`,
      `podAffinity.${preferred}[0].weight`,
      `podAffinity.${preferred}[0].podAffinityTerm.topologyKey`,
    ].map((field) => `${atAffinity}.${field}`),
  },
]);
