import type { Component } from "../../../../provider/model/operator/component";

type OfKind<Kind extends Component["kind"]> = Extract<Component, { readonly kind: Kind }>;

/** A component with the given spec. */
export const componentOf = <Kind extends Component["kind"]>(kind: Kind, spec: OfKind<Kind>["spec"]) => ({
  kind,
  spec,
  key: `${kind}/a`,
  componentName: "a",
  ownName: "a",
  kubernetesNamespace: "default",
  labels: {},
  annotations: {},
  path: "spec",
  namePath: "metadata.name",
  document: 0,
  isEntry: false,
});
