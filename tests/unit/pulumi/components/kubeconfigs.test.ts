import assert from "node:assert/strict";
import type { KubernetesClusterSpec } from "../../../../provider/model/kubernetes-cluster";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { type Problem, problemText } from "../../../../provider/model/problem";
import { placeholder } from "../../../../provider/model/unknown";
import { statedIn } from "../../../../provider/pulumi/components/stated-text";
import { missingKubeconfigs, unreadableKubeconfigs } from "../../../../provider/pulumi/components/kubeconfigs";

const pulsar = { a: { adminUrl: "http://127.0.0.1" } };
type Kubernetes = Readonly<Record<string, Omit<KubernetesClusterSpec, "pulsar">>>;

function planOf(clusters: Kubernetes) {
  const kubernetes = Object.entries(clusters).map(([key, spec]) => [key, { pulsar: "a", ...spec }]);
  return planMesh("mesh", { pulsar, kubernetes: Object.fromEntries(kubernetes) }).plan;
}
const told = (problems: readonly Problem[]) => problems.map(({ severity, path }) => `${severity} ${path}`);

const rows: readonly {
  readonly name: string;
  readonly kubernetes: Kubernetes;
  readonly hasProvider: boolean;
  readonly want: readonly string[];
}[] = [
  { name: "nothing where each has one", kubernetes: { a: { kubeconfig: "x" } }, hasProvider: false, want: [] },
  { name: "the only one without", kubernetes: { a: {} }, hasProvider: false, want: ["error kubernetes.a.kubeconfig"] },
  { name: "nothing where a provider stands in", kubernetes: { a: {} }, hasProvider: true, want: [] },
  {
    name: "each of several without, whatever provider there is",
    kubernetes: { a: {}, "b.c": {}, d: { kubeconfig: "x" } },
    hasProvider: true,
    want: ["error kubernetes.a.kubeconfig", 'error kubernetes["b.c"].kubeconfig'],
  },
  {
    name: "none without that is left behind",
    kubernetes: { a: { abandon: true }, b: { kubeconfig: "x" } },
    hasProvider: true,
    want: [],
  },
  { name: "no only one that is left behind", kubernetes: { a: { abandon: true } }, hasProvider: false, want: [] },
  {
    name: "what a provider that stands in cannot do",
    kubernetes: { a: { abandon: true, uid: "u" } },
    hasProvider: true,
    want: ["error kubernetes.a.abandon", "error kubernetes.a.uid"],
  },
  {
    name: "nothing of it where there is a kubeconfig as well",
    kubernetes: { a: { kubeconfig: "x", abandon: true, uid: "u" } },
    hasProvider: true,
    want: [],
  },
];

describe("missingKubeconfigs (provokes FM082)", () => {
  for (const { name, kubernetes, hasProvider, want } of rows) {
    it(`finds ${name}`, () => {
      assert.deepEqual(told(missingKubeconfigs(planOf(kubernetes), hasProvider)), want);
    });
  }
  it("says why a uid has no effect", () => {
    const [problem] = missingKubeconfigs(planOf({ a: { uid: "u" } }), true);
    assert.equal(
      problem && problemText(problem),
      "FM082 kubernetes.a.uid: is stated for a cluster on the kubernetes provider of the component's options, which cannot be asked for it. State a kubeconfig, or leave the uid out.",
    );
  });
});

describe("unreadableKubeconfigs (provokes FM082)", () => {
  const none = "/no/such/file";
  const leaves = [
    { index: 0, value: none, secret: true, dependencies: [] },
    { index: 1, value: none, secret: true, dependencies: ["urn:of:another"] },
    { index: 2, value: undefined, secret: false, dependencies: [] },
  ];
  const cases: readonly { name: string; kubernetes: Kubernetes; preview: boolean; want: readonly string[] }[] = [
    { name: "no text", kubernetes: { a: { kubeconfig: "{}" } }, preview: false, want: [] },
    {
      name: "a file that is not there yet",
      kubernetes: { a: { kubeconfig: none } },
      preview: true,
      want: ["warning kubernetes.a.kubeconfig"],
    },
    {
      name: "a file that is not there",
      kubernetes: { a: { kubeconfig: none } },
      preview: false,
      want: ["error kubernetes.a.kubeconfig"],
    },
    {
      name: "a file that cannot be read, at preview already",
      kubernetes: { a: { kubeconfig: "/" } },
      preview: true,
      want: ["error kubernetes.a.kubeconfig"],
    },
    {
      name: "a file that is not there, also where it is a secret, as the kubeconfig of a program is",
      kubernetes: { a: { kubeconfig: placeholder("secret", 0) } },
      preview: false,
      want: ["error kubernetes.a.kubeconfig"],
    },
    {
      name: "nothing of what another resource computes",
      kubernetes: { a: { kubeconfig: placeholder("secret", 1) }, b: { kubeconfig: placeholder("unknown", 2) } },
      preview: false,
      want: [],
    },
    {
      name: "none of a cluster that is left behind",
      kubernetes: { a: { kubeconfig: none, abandon: true } },
      preview: false,
      want: [],
    },
  ];
  for (const { name, kubernetes, preview, want } of cases)
    it(`finds ${name}`, () =>
      assert.deepEqual(told(unreadableKubeconfigs(planOf(kubernetes), { preview, stated: statedIn(leaves) })), want));
});
