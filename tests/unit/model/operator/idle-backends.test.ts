import assert from "node:assert/strict";
import { idleBackends } from "../../../../provider/model/operator/idle-backends";
import { sinkSpec } from "./sample-manifests";
import { componentOf } from "./sample-component";

const backend = (kubernetesNamespace: string, name = "backend-config") => ({
  name,
  kubernetesNamespace,
  spec: {},
  document: 3,
});
const components = [componentOf("sink", sinkSpec)];

describe("idleBackends", () => {
  const cases = [
    { name: "one beside components", backends: [backend("default")], components, want: [] },
    {
      name: "one in another Kubernetes namespace",
      backends: [backend("b")],
      components,
      want: [/in default: correct/],
    },
    { name: "one alone", backends: [backend("default")], components: [], want: [/^give it together with/] },
    { name: "that of the cluster", backends: [backend("default", "global-backend-config")], components: [], want: [] },
    { name: "one of another name, which is told elsewhere", backends: [backend("b", "x")], components, want: [] },
  ];
  for (const { name, backends, components: given, want } of cases) {
    it(name, () => {
      const problems = idleBackends(backends, given);
      assert.deepEqual(
        problems.map(({ code, severity, path, document }) => [code, severity, path, document]),
        want.map(() => ["FM091", "warning", "metadata.namespace", 3]),
      );
      for (const [index, help] of want.entries()) assert.match(problems[index]?.help ?? "", help);
    });
  }
});
