import type * as Pulumi from "@pulumi/pulumi";
import { subscriptionTypeNames, subscriptionTypeOf } from "../../model/subscription-type";
import { outputOf } from "../construct/sdk";
import { child } from "./child";
import type { PlaceContext } from "./place-context";
import { ownerOf } from "./volumes";

/** What the look at a member's StatefulSet is told. */
export interface ScaleGiven {
  readonly matchLabels: unknown;
  /** Changes with whatever changes the StatefulSet's manifest. */
  readonly manifestHash: Pulumi.Output<string>;
  /** Undefined where the program leaves the number to others. */
  readonly statedReplicas: unknown;
  /** Undefined where the program or KEDA decides it. */
  readonly initialReplicas: unknown;
}

export interface RegisteredScale {
  readonly resource: Pulumi.Resource;
  readonly replicas: Pulumi.Output<unknown>;
}

/** Registers what looks whose a StatefulSet is, and how many instances it has, before its manifest is changed. */
export function registerScale(place: PlaceContext, given: ScaleGiven): RegisteredScale {
  const { scope, target, surroundings, memberPath } = place;
  const { parent, cluster } = surroundings;
  const properties = {
    member: memberPath,
    ...cluster.connection,
    kubernetesNamespace: scope.placeholders.text(target.place.kubernetesNamespace),
    statefulSet: scope.placeholders.text(target.place.objectName),
    owner: ownerOf(scope),
    ...subscriptionOf(place),
    deleteWaitSeconds: scope.deleteWaitSeconds,
    ...given,
  };
  const wanted = { type: "function-mesh:index:Scale", name: target.place.childName, properties };
  // Who the cluster is stands behind its provider: another one's number says nothing.
  const options = { parent, dependsOn: [cluster.provider], outputs: ["replicas"], hideDiffs: ["manifestHash"] };
  const resource = child(scope, wanted, options);
  return { resource, replicas: outputOf(Reflect.get(resource, "replicas")) };
}

function subscriptionOf({ scope, target }: PlaceContext): Readonly<Record<string, unknown>> {
  const { member, place } = target;
  const type = subscriptionTypeOf(member);
  if (type === undefined || member.subscription === undefined) return {};
  const subscription = scope.placeholders.text(`${place.pulsarCluster} ${member.subscription}`);
  return { subscription, subscriptionType: subscriptionTypeNames[type] };
}
