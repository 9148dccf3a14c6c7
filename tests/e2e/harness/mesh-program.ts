import type { Environment } from "../../../tools/quickstart/environment";

export interface MeshProgram {
  readonly kubernetesNamespace: string;
  readonly tenant: string;
  readonly pulsar?: object;
  readonly kubernetes?: object;
  readonly defaults?: object;
  readonly functions?: object;
  readonly sources?: object;
  readonly sinks?: object;
  readonly topics?: object;
  readonly naming?: "unique";
  /** Resources beside the mesh. */
  readonly resources?: object;
}

/** A YAML program of one mesh in an environment. */
export function meshProgram({ cluster, broker, images }: Environment, mesh: MeshProgram): object {
  const { kubernetesNamespace, tenant, pulsar, kubernetes, defaults, resources, ...members } = mesh;
  return {
    name: tenant,
    runtime: "yaml",
    resources: {
      ...resources,
      mesh: {
        type: "function-mesh:FunctionMesh",
        properties: {
          pulsar: { local: { adminUrl: broker.adminUrl, serviceUrl: broker.serviceUrl, ...pulsar } },
          kubernetes: {
            local: {
              kubeconfig: cluster.kubeconfig,
              namespace: kubernetesNamespace,
              createNamespace: true,
              ...kubernetes,
            },
          },
          defaults: {
            tenant,
            namespace: "messages",
            images: { java: images.java.name, python: images.python.name },
            rollout: { timeoutSeconds: 90 },
            ...defaults,
          },
          tenants: { [tenant]: {} },
          namespaces: { [`${tenant}/messages`]: {} },
          ...members,
        },
      },
    },
    outputs: { members: "${mesh.members}" },
  };
}

export const exclamation = {
  java: { jar: "/pulsar/examples/api-examples.jar" },
  className: "org.apache.pulsar.functions.api.examples.ExclamationFunction",
} as const;
