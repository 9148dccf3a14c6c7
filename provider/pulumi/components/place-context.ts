import type * as Pulumi from "@pulumi/pulumi";
import type { PlaceObjects } from "../../kubernetes/place-objects";
import type { Component } from "../construct/sdk";
import type { KubernetesCluster } from "./kubernetes-clusters";
import type { MeshScope } from "./scope";

/** What a place's objects are registered with. */
export interface PlaceSurroundings {
  readonly parent: Component;
  readonly cluster: KubernetesCluster;
  readonly pulsarProvider: Pulumi.ProviderResource | undefined;
  /** What must have been found in the Pulsar cluster before anything is made. */
  readonly prerequisites: readonly Pulumi.Resource[];
  /** What must exist before pods start. */
  readonly dependsOn: readonly Pulumi.Resource[];
  /** The text of local code. */
  readonly code: string | undefined;
}

/** A member in one place, and what its objects are registered with. */
export class PlaceContext {
  constructor(
    readonly scope: MeshScope,
    readonly target: PlaceObjects,
    readonly surroundings: PlaceSurroundings,
  ) {}

  /** The member as the program names it, for messages. */
  get memberPath(): string {
    const { member } = this.target;
    return member.path === "" ? `${member.kind} ${member.name}` : member.path;
  }

  /** A Kubernetes object's options: it comes after the prerequisites, its Kubernetes namespace and what is given. */
  after(resources: readonly Pulumi.Resource[]): Pulumi.CustomResourceOptions {
    const { parent, cluster, prerequisites } = this.surroundings;
    const { provider, namespace } = cluster;
    return {
      parent,
      provider,
      dependsOn: [...prerequisites, ...resources, ...(namespace === undefined ? [] : [namespace])],
    };
  }

  /** A manifest as the plugin takes it. */
  filled(manifest: object): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      Object.entries(manifest).map(([key, value]) => [key, this.scope.placeholders.fill(value)]),
    );
  }
}
