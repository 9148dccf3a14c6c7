/** What the operator leaves in a cluster: its kinds, its objects, and the workloads that it makes of them. */

const group = "compute.functionmesh.io";
const apiVersion = `${group}/v1alpha1`;
const kinds = [
  ["FunctionMesh", "functionmeshes"],
  ["Function", "functions"],
  ["Source", "sources"],
  ["Sink", "sinks"],
] as const;

/** The operator's kinds, whose schema does not matter to what is done with them. */
export const operatorDefinitions: readonly object[] = kinds.map(([kind, plural]) => ({
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: `${plural}.${group}` },
  spec: {
    group,
    scope: "Namespaced",
    names: { kind, plural, singular: kind.toLowerCase() },
    versions: [
      {
        name: "v1alpha1",
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true } },
      },
    ],
  },
}));

export const definitionNames = kinds.map(([, plural]) => `crd/${plural}.${group}`);

interface Owner {
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
}

const ownedBy = (owner: Owner | undefined): object =>
  owner === undefined
    ? {}
    : { ownerReferences: [{ apiVersion, ...owner, controller: true, blockOwnerDeletion: true }] };

/** An object of one of the operator's kinds; with a finalizer it is one whose subscriptions the operator cleans up. */
export const operatorObject = (
  kind: string,
  metadata: { readonly name: string; readonly finalizers?: readonly string[] },
  { spec, owner }: { readonly spec: unknown; readonly owner?: Owner },
): object => ({ apiVersion, kind, metadata: { ...metadata, ...ownedBy(owner) }, spec });

/** Labels of everything that the operator makes for a component, which are its selector as well. */
export const operatorLabels = (component: "function" | "sink", name: string): Readonly<Record<string, string>> => ({
  "app.kubernetes.io/name": `${name}-${component}`,
  "app.kubernetes.io/instance": `${name}-${component}`,
  [`${group}/component`]: component,
  [`${group}/name`]: name,
  [`${group}/namespace`]: "moving",
  // Those of functions only.
  ...(component === "function" ? { [`${group}/app`]: "function-mesh", app: "function-mesh" } : {}),
  component,
  name,
  namespace: "moving",
});

/** The Service and the StatefulSet that the operator makes for a component. */
export function operatorWorkload(component: "function" | "sink", owner: Owner, replicas: number): readonly object[] {
  const labels = operatorLabels(component, owner.name);
  const name = `${owner.name}-${component}`;
  const metadata = { labels, ...ownedBy(owner) };
  return [
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: { name: `${name}-headless`, ...metadata },
      spec: { clusterIP: "None", selector: labels, ports: [{ name: "http-metrics", port: 9094 }] },
    },
    {
      apiVersion: "apps/v1",
      kind: "StatefulSet",
      metadata: { name, ...metadata },
      spec: {
        replicas,
        serviceName: `${name}-headless`,
        podManagementPolicy: "Parallel",
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { containers: [{ name: `pulsar-${component}`, image: "registry.acme.test/runner:1" }] },
        },
      },
    },
  ];
}
