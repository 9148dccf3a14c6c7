import type { Component } from "./component";
import { type ManifestProblem, manifestProblem } from "./manifest-problem";
import { manifestNames } from "./rules/manifest-form";

/** What the operator allows, so that the names that follow stay within what Kubernetes allows. */
const longestName = 43;

export interface NamedComponents {
  /** The first of each name. */
  readonly components: readonly Component[];
  readonly problems: readonly ManifestProblem[];
}

/** Checks the names of components, and leaves out those whose name another one has. */
export function checkNames(components: readonly Component[]): NamedComponents {
  const names = new Map<string, Component>();
  const problems = components.flatMap((component): readonly ManifestProblem[] => {
    const { document, key } = component;
    const id = `${component.kubernetesNamespace} ${key}`;
    const same = names.get(id);
    if (same === undefined) names.set(id, component);
    const fault = same === undefined ? nameFault(component) : repeatedName(component, same);
    return fault === undefined
      ? []
      : [manifestProblem(manifestNames, { path: component.namePath, ...fault }, { document, component: key })];
  });
  return { components: [...names.values()], problems };
}

interface Fault {
  readonly message: string;
  readonly help: string;
}

function nameFault({ componentName: name, ownName }: Component): Fault | undefined {
  // That there is none is found where it is read.
  if (ownName === "") return undefined;
  if (name.length > longestName) {
    const message = `makes the component's name "${name}" ${name.length} characters long`;
    return { message, help: `shorten it: the operator takes ${longestName}, since names of objects follow from it` };
  }
  if (/^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name)) return undefined;
  const help = "write lower-case letters, digits and -, beginning with a letter and not ending in -";
  return { message: `"${name}" cannot be the name of a Service`, help };
}

const repeatedName = ({ kind, componentName }: Component, { namePath, document }: Component): Fault => ({
  message: `"${componentName}" is the name of another ${kind} (${namePath} of document ${document + 1})`,
  help: "give one of them another name",
});
