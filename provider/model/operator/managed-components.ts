import { argumentPath } from "../argument-path";
import type { Component } from "./component";
import { type ManifestProblem, manifestProblem } from "./manifest-problem";
import { manifestEffects } from "./rules/manifest-effects";

const managed = "compute.functionmesh.io/managed";

export interface ManagedComponents {
  readonly components: readonly Component[];
  /** A warning for each of the others: nothing is made of it, and what was made before goes. */
  readonly problems: readonly ManifestProblem[];
}

/** The operator looks away from components that say so. */
export function managedComponents(components: readonly Component[]): ManagedComponents {
  const isManaged = ({ annotations }: Component): boolean => annotations[managed] !== "false";
  return {
    components: components.filter(isManaged),
    problems: components.filter((component) => !isManaged(component)).map(leftOut),
  };
}

const leftOut = ({ kind, componentName, key, document }: Component): ManifestProblem =>
  manifestProblem(
    manifestEffects,
    {
      path: argumentPath("metadata.annotations", managed),
      message: `leaves the ${kind} "${componentName}" out: nothing is made of it, and \`pulumi up\` deletes what it made of it before`,
      help: "take the annotation away to have it made",
    },
    { document, component: key },
  );
