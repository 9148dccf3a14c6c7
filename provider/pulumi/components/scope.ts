import type * as Pulumi from "@pulumi/pulumi";
import type { MeshPlan } from "../../model/plan";
import type { Placeholders } from "../construct/placeholders";
import { type Component, sdk } from "../construct/sdk";
import type { ComponentRequest } from "./component";
import type { ReadArguments } from "../schema/read-arguments";

/** What the parts of a mesh share while its children are registered. */
export interface MeshScope {
  readonly plan: MeshPlan;
  readonly version: string;
  readonly mesh: Component;
  readonly placeholders: Placeholders;
  /** The kubernetes provider given in the component's options, if any. */
  readonly givenKubernetes: Pulumi.ProviderResource | undefined;
  /** True where the mesh is made after other resources of the program, which may be what it needs. */
  readonly comesAfterOthers: boolean;
  /** The resources that the arguments at or below a path come from. */
  dependenciesAt(path: string): Pulumi.Resource[];
}

/** `dependenciesAt` of a component's arguments. */
export function dependencyLookup(readings: ReadArguments): (path: string) => Pulumi.Resource[] {
  const { DependencyResource } = sdk();
  const resources = new Map<string, Pulumi.Resource>();
  for (const urn of readings.dependencies.flatMap((entry) => entry.urns)) {
    if (!resources.has(urn)) resources.set(urn, new DependencyResource(urn));
  }
  return (path) => {
    const urns = readings.dependencies
      .filter(
        (entry) =>
          path === "" || entry.path === path || entry.path.startsWith(`${path}.`) || entry.path.startsWith(`${path}[`),
      )
      .flatMap((entry) => entry.urns);
    return [...new Set(urns)].flatMap((urn) => resources.get(urn) ?? []);
  };
}

/** True for a component that depends on other resources, by an option or by an argument. */
export const comesAfterOthers = ({ options, arguments: given }: ComponentRequest): boolean =>
  [options.dependsOn].flat().some((resource) => resource !== undefined) || given.dependencies.length > 0;
