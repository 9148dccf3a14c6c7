import type { Rule } from "../../rules/rule";

/** FM090, checked where documents are read. */
export const manifestForm: Omit<Rule, "check"> = {
  code: "FM090",
  severity: "error",
  inManifests: "error",
  title: "Operator manifests have the form of the operator's schema",
  description:
    "A document is a Function, Source, Sink, FunctionMesh or BackendConfig of `compute.functionmesh.io/v1alpha1`. Its fields have the types, values and least amounts that the operator's schema states, and an entry of a FunctionMesh states what is required there.",
};

/** FM091, checked there as well. */
export const manifestFields: Omit<Rule, "check"> = {
  code: "FM091",
  severity: "warning",
  inManifests: "warning",
  title: "Every field of a manifest is one of the operator's",
  description:
    "The operator drops fields that it does not know, and looks at no other kinds of documents and at no BackendConfig of another name. So do we, and say so. A BackendConfig in a Kubernetes namespace without components is told, too.",
};

/** FM092, checked there as well. */
export const manifestNames: Omit<Rule, "check"> = {
  code: "FM092",
  severity: "error",
  inManifests: "error",
  title: "Components of manifests have names of their own",
  description:
    "A component is named by `metadata.name`, or in a FunctionMesh by the mesh and the entry with a dash between them: at most 43 lower-case letters, digits and dashes, beginning with a letter. No two of a kind in a Kubernetes namespace have the same.",
};
