import assert from "node:assert/strict";
import type { MemberSpec } from "../../../../provider/model/member";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { pausedWithoutKubeconfig } from "../../../../provider/pulumi/components/paused-members";
import { javaFunction, sampleMesh } from "../../sample-mesh";

const scaled = { autoscaling: { maxReplicas: 3, cpu: 70 } };
const rows: readonly {
  readonly name: string;
  readonly parts: Partial<MemberSpec>;
  readonly kubeconfig?: string;
  readonly want: readonly string[];
}[] = [
  { name: "one that an HPA scales", parts: { ...scaled, paused: true }, want: ["FM082 functions.f.paused"] },
  { name: "nothing where there is a kubeconfig", parts: { ...scaled, paused: true }, kubeconfig: "x", want: [] },
  { name: "nothing while it runs", parts: scaled, want: [] },
  { name: "nothing where the program decides the number", parts: { paused: true }, want: [] },
  {
    name: "nothing where KEDA pauses it",
    parts: { paused: true, autoscaling: { maxReplicas: 3, backlog: {} } },
    want: [],
  },
  {
    name: "nothing where it stands by",
    parts: { ...scaled, paused: true, placement: [{ cluster: "east", standby: true }] },
    want: [],
  },
];

describe("pausedWithoutKubeconfig (provokes FM082)", () => {
  for (const { name, parts, kubeconfig, want } of rows) {
    it(`finds ${name}`, () => {
      const kubernetes = { east: kubeconfig === undefined ? {} : { kubeconfig } };
      const { plan } = planMesh("mesh", sampleMesh({ kubernetes, functions: { f: javaFunction(parts) } }));
      assert.deepEqual(
        pausedWithoutKubeconfig(plan).map(({ code, path }) => `${code} ${path}`),
        want,
      );
    });
  }

  it("names the kubeconfig to state", () => {
    const spec = sampleMesh({ functions: { f: javaFunction({ ...scaled, paused: true }) } });
    const [problem] = pausedWithoutKubeconfig(planMesh("mesh", spec).plan);
    assert.match(problem?.help ?? "", /kubernetes\.east\.kubeconfig/);
  });
});
