import type { ControlPlane } from "../../../tools/run/control-plane";
import type { PulsarServer } from "../../../tools/run/pulsar";

type Properties = Readonly<Record<string, unknown>>;

/** A project of one mesh in YAML: the language whose host starts fastest. JSON is YAML as well. */
export const meshProject = (name: string, properties: Properties): Readonly<Record<string, object>> =>
  project(name, { [name]: { type: "function-mesh:FunctionMesh", properties } });

export const project = (name: string, resources: Properties, more: Properties = {}) => ({
  "Pulumi.yaml": { name, runtime: "yaml", resources, ...more },
});

/** An entry of `pulsar` for a broker. */
export const pulsarEntry = ({ adminUrl, serviceUrl }: PulsarServer): Properties => ({ adminUrl, serviceUrl });

/** An entry of `kubernetes` for a control plane. */
export const kubernetesEntry = ({ kubeconfig }: ControlPlane, namespace: string): Properties => ({
  kubeconfig,
  namespace,
});

/** On simulated nodes no instance attaches to its topics. */
export const simulatedRollout = { attachment: false, timeoutSeconds: 60 };

/** A function whose code is in its image. */
export const imageFunction = (reads: string, writes: string | undefined, more: Properties = {}): Properties => ({
  className: "work.Work",
  python: { py: "/work/work.py" },
  image: "example/runner:1",
  input: { topics: [reads] },
  ...(writes === undefined ? {} : { output: { topic: writes } }),
  ...more,
});
