import type * as Pulumi from "@pulumi/pulumi";
import type { PlaceObjects } from "../../kubernetes/place-objects";
import { outputOf } from "../construct/sdk";
import { child } from "./child";
import type { KubernetesCluster } from "./kubernetes-clusters";
import type { MeshScope } from "./scope";

/** What the look at the number of instances is registered with. */
export interface ScaleSurroundings {
  readonly parent: Pulumi.Resource;
  readonly cluster: KubernetesCluster;
  readonly matchLabels: unknown;
  /** Changes with whatever changes the StatefulSet's manifest. */
  readonly manifestHash: Pulumi.Output<string>;
  /** Undefined where KEDA decides it. */
  readonly initialReplicas: unknown;
}

export interface RegisteredScale {
  readonly resource: Pulumi.Resource;
  readonly replicas: Pulumi.Output<unknown>;
}

/** Registers what looks up the number of instances before a manifest is changed. */
export function registerScale(
  scope: MeshScope,
  { member, place }: PlaceObjects,
  { parent, cluster, ...given }: ScaleSurroundings,
): RegisteredScale {
  const properties = {
    member: member.path === "" ? `${member.kind} ${member.name}` : member.path,
    ...cluster.connection,
    kubernetesNamespace: scope.placeholders.text(place.kubernetesNamespace),
    statefulSet: scope.placeholders.text(place.objectName),
    ...given,
  };
  const wanted = { type: "function-mesh:index:Scale", name: place.childName, properties };
  // Who the cluster is stands behind its provider: another one's number says nothing.
  const resource = child(scope, wanted, { parent, dependsOn: [cluster.provider], outputs: ["replicas"] });
  return { resource, replicas: outputOf(Reflect.get(resource, "replicas")) };
}
