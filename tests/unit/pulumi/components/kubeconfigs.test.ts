import assert from "node:assert/strict";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { missingKubeconfigs } from "../../../../provider/pulumi/components/kubeconfigs";

const pulsar = { a: { adminUrl: "http://127.0.0.1" } };
const rows: readonly {
  readonly name: string;
  readonly kubernetes: Readonly<Record<string, { readonly kubeconfig?: string; readonly pulsar: string }>>;
  readonly hasProvider: boolean;
  readonly want: readonly string[];
}[] = [
  {
    name: "nothing where each has one",
    kubernetes: { a: { kubeconfig: "x", pulsar: "a" } },
    hasProvider: false,
    want: [],
  },
  {
    name: "the only one without",
    kubernetes: { a: { pulsar: "a" } },
    hasProvider: false,
    want: ["kubernetes.a.kubeconfig"],
  },
  { name: "nothing where a provider stands in", kubernetes: { a: { pulsar: "a" } }, hasProvider: true, want: [] },
  {
    name: "each of several without, whatever provider there is",
    kubernetes: { a: { pulsar: "a" }, "b.c": { pulsar: "a" }, d: { kubeconfig: "x", pulsar: "a" } },
    hasProvider: true,
    want: ["kubernetes.a.kubeconfig", 'kubernetes["b.c"].kubeconfig'],
  },
];

describe("missingKubeconfigs (provokes FM082)", () => {
  for (const { name, kubernetes, hasProvider, want } of rows) {
    it(`finds ${name}`, () => {
      const { plan } = planMesh("mesh", { pulsar, kubernetes });
      assert.deepEqual(
        missingKubeconfigs(plan, hasProvider).map(({ path }) => path),
        want,
      );
    });
  }
});
