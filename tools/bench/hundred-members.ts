import { imageFunction, pulsarEntry, simulatedRollout } from "../../tests/engine/harness/mesh-program";
import type { ControlPlane } from "../run/control-plane";
import type { PulsarServer } from "../run/pulsar";

/** The namespace in each Kubernetes cluster. */
export const namespace = "bench";

/** Arguments of a mesh of functions in chains of ten, one after the other in each of the clusters. */
export function meshArguments(members: number, planes: readonly ControlPlane[], broker: PulsarServer): object {
  const kubernetes = planes.map(({ kubeconfigText }, index) => [
    `k${index}`,
    { kubeconfig: kubeconfigText, namespace },
  ]);
  const functions = Array.from({ length: members }, (_, index) => {
    const member = imageFunction(`t${index}`, index % 10 === 9 ? undefined : `t${index + 1}`, {
      cluster: `k${index % planes.length}`,
    });
    return [`f${index}`, member];
  });
  return {
    pulsar: { main: pulsarEntry(broker) },
    kubernetes: Object.fromEntries(kubernetes),
    defaults: { tenant: "bench", namespace: "mesh", rollout: simulatedRollout },
    tenants: { bench: {} },
    namespaces: { "bench/mesh": {} },
    functions: Object.fromEntries(functions),
  };
}

/** A program of that mesh alone. */
export const meshProgram = (given: object): Readonly<Record<string, string | object>> => ({
  "Pulumi.yaml": { name: "bench", runtime: "nodejs", main: "index.js" },
  "package.json": { name: "bench", main: "index.js" },
  "arguments.json": given,
  "index.js": `const fm = require("pulumi-function-mesh");
new fm.FunctionMesh("bench", require("./arguments.json"));
`,
});
