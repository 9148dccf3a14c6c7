import type * as Pulumi from "@pulumi/pulumi";
import { child } from "./child";
import type { MeshScope } from "./scope";

/** What the next change is told by. */
export interface ToldMesh {
  /** Pulumi name of the mesh. */
  readonly name: string;
  readonly topology: unknown;
  readonly facts: unknown;
  /** Those of all members. */
  readonly rollouts: readonly Pulumi.Resource[];
}

/** The next change is told by what was brought about: a mesh that did not come about must not be taken for the one before it. */
export function registerTopology(scope: MeshScope, { name, topology, facts, rollouts }: ToldMesh): void {
  const wanted = { type: "function-mesh:index:Topology", name, properties: { topology, facts } };
  // Differences of the facts are told in sentences.
  child(scope, wanted, { dependsOn: rollouts, hideDiffs: ["facts"] });
}
