import type * as Pulumi from "@pulumi/pulumi";
import { deleteWaitSeconds } from "../../model/delete-wait";
import { knownTopics } from "../../model/known-topics";
import type { MeshPlan } from "../../model/plan";
import { Placeholders } from "../construct/placeholders";
import { type Component, sdk } from "../construct/sdk";
import { indexDependencies } from "../schema/dependency-index";
import type { ReadArguments } from "../schema/read-arguments";
import type { ComponentRequest } from "./component";
import { givenKubernetes } from "./given-kubernetes";
import type { MeshPlans } from "./plan-request";
import { mayFollowPulsar } from "./pulsar-before";

/** What the parts of a mesh share while its children are registered. */
export interface MeshScope extends MeshPlans {
  readonly version: string;
  readonly mesh: Component;
  readonly placeholders: Placeholders;
  /** The kubernetes provider given in the component's options, if any. */
  readonly givenKubernetes: Pulumi.ProviderResource | undefined;
  /** True where the mesh is made after resources of the program that may be what it needs at the broker. */
  readonly mayFollowPulsar: boolean;
  /** How long deletions wait for instances to end. */
  readonly deleteWaitSeconds: number;
  /** The resources that the arguments at or below a path come from. */
  dependenciesAt(path: string): Pulumi.Resource[];
  /** The name of a topic of the plan, where it is known by now. */
  topicName(name: string): string;
}

export function meshScope(request: ComponentRequest, mesh: Component, { plan, known }: MeshPlans): MeshScope {
  const names = knownTopics(plan, known);
  return {
    plan,
    known,
    version: request.version,
    mesh,
    placeholders: new Placeholders(request.arguments.leaves),
    givenKubernetes: givenKubernetes(request),
    mayFollowPulsar: mayFollowPulsar(request),
    deleteWaitSeconds: deleteWaitSeconds(plan),
    dependenciesAt: dependencyLookup(request.arguments),
    topicName: (name) => names.get(name) ?? name,
  };
}

/** The view of a mesh in which nothing is computed, or known by now. */
export const inOneView = (plan: MeshPlan): MeshPlans => ({ plan, known: plan });

/** `dependenciesAt` of a component's arguments. */
function dependencyLookup({ dependencies }: ReadArguments): MeshScope["dependenciesAt"] {
  const { DependencyResource } = sdk();
  const urnsAt = indexDependencies(dependencies);
  const resources = new Map(urnsAt("").map((urn) => [urn, new DependencyResource(urn)]));
  return (path) => urnsAt(path).flatMap((urn) => resources.get(urn) ?? []);
}
