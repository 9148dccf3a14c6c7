import type { MeshPlan } from "../plan";
import type { Problem } from "../problem";
import type { Component } from "./component";
import { manifestField, manifestPath } from "./manifest-paths";
import type { ManifestProblem } from "./manifest-problem";
import type { ReadBackend } from "./read-backends";
import { unsaid } from "./unsaid";

/** What the problems of a plan are about. */
export interface ProblemScope {
  readonly components: readonly Component[];
  readonly backends: readonly ReadBackend[];
  readonly kubernetesNamespace: string;
}

/**
 * FM001 is about Pulumi names of topics and subscriptions, which manifests give nobody to make; FM092 is about their own. Who
 * writes and reads the topics of a component that stands alone, its manifest cannot tell.
 */
const ofMeshes = ["FM001"];
const ofWholeMeshes = ["FM010", "FM011"];

/** The problems of a plan, at the fields of the manifests, without what was found in their form already. */
export function problemsOfManifests(
  { plan, problems }: { readonly plan: MeshPlan; readonly problems: readonly Problem[] },
  scope: ProblemScope,
  formal: readonly ManifestProblem[],
): readonly ManifestProblem[] {
  const own = problems.filter(({ code }) => !ofMeshes.includes(code));
  if (own.length === 0) return [];
  const placed = placing(plan, scope);
  const found = own
    .flatMap((problem) => placed(problem))
    .map((problem) => ({ ...problem, message: inManifestWords(problem.message) }));
  return unsaid(formal, found);
}

type Placing = (problem: Problem) => readonly ManifestProblem[];

function placing(plan: MeshPlan, { components, backends, kubernetesNamespace }: ProblemScope): Placing {
  const here = components.filter((component) => component.kubernetesNamespace === kubernetesNamespace);
  const byKey = new Map(here.map((component) => [component.key, component]));
  const byPath = new Map(plan.members.map(({ path, key }) => [path, byKey.get(key)]));
  const backend = backends.find((each) => each.kubernetesNamespace === kubernetesNamespace) ?? backends[0];
  return (problem) => {
    const member = /^(?:functions|sources|sinks)\["(?:[^"\\]|\\.)*"\]/.exec(problem.path)?.[0] ?? "";
    const component = byPath.get(member);
    if (component !== undefined) {
      if (ofWholeMeshes.includes(problem.code) && !component.isEntry) return [];
      const path = manifestPath(component, problem.path.slice(member.length));
      const message = withManifestFields(problem.message, component);
      const help = withManifestFields(problem.help, component);
      return [{ ...problem, path, message, help, document: component.document, component: component.key }];
    }
    const [first] = here;
    if (problem.path.startsWith("defaults.") && backend !== undefined) {
      const path = `spec.${problem.path.slice("defaults.".length)}`;
      return [{ ...problem, path, document: backend.document }];
    }
    if (problem.path.startsWith("kubernetes") && first !== undefined)
      return [{ ...problem, path: "metadata.namespace", document: first.document, component: first.key }];
    return [];
  };
}

/** Fields that stand in texts as our arguments call them. */
const withManifestFields = (text: string, component: Component): string =>
  text.replaceAll(/`([a-zA-Z.]+)`/g, (_, field: string) => `\`${manifestField(component, `.${field}`).slice(1)}\``);

/** What rules call a member by its place in our arguments, manifests call by kind and name. */
const inManifestWords = (text: string): string => text.replaceAll(/(?:functions|sources|sinks)\["([^"\\]+)"\]/g, "$1");
