import assert from "node:assert/strict";
import { podAffinity } from "../../../provider/kubernetes/affinity";
import type { PodSpec } from "../../../provider/model/pod-spec";
import { placeholder } from "../../../provider/model/unknown";
import { onlyPlace } from "../rendered-objects";
import { javaFunction, sampleMesh } from "../sample-mesh";

const spread = {
  weight: 100,
  podAffinityTerm: {
    topologyKey: "kubernetes.io/hostname",
    labelSelector: {
      matchLabels: { "compute.functionmesh.io/component": "function", "compute.functionmesh.io/name": "mesh-f" },
    },
  },
};
const own = { weight: 1, podAffinityTerm: { topologyKey: "zone" } };
const required = [{ topologyKey: "rack" }];
const unknown: PodSpec = JSON.parse(JSON.stringify({ affinity: placeholder("unknown", 1) }));

const rows: readonly { readonly name: string; readonly pod: PodSpec; readonly want: unknown }[] = [
  {
    name: "spreads by default",
    pod: {},
    want: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [spread] } },
  },
  { name: "spreads nothing where it is turned off", pod: { disableDefaultAffinity: true }, want: undefined },
  {
    name: "leaves the user's alone where it is turned off",
    pod: { disableDefaultAffinity: true, affinity: { podAffinity: {} } },
    want: { podAffinity: {} },
  },
  {
    name: "spreads next to the user's terms",
    pod: {
      affinity: {
        podAffinity: {},
        podAntiAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: required,
          preferredDuringSchedulingIgnoredDuringExecution: [own],
        },
      },
    },
    want: {
      podAffinity: {},
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: required,
        preferredDuringSchedulingIgnoredDuringExecution: [own, spread],
      },
    },
  },
  { name: "is unknown where the user's is", pod: unknown, want: unknown.affinity },
];

describe("podAffinity", () => {
  for (const { name, pod, want } of rows) {
    it(name, () =>
      assert.deepEqual(podAffinity(onlyPlace(sampleMesh({ functions: { f: javaFunction({ pod }) } }))), want),
    );
  }
});
