import type * as Pulumi from "@pulumi/pulumi";
import { argumentPath } from "../../model/argument-path";
import type { MemberPlan, PlacePlan } from "../../model/plan";
import { isServed } from "../../model/served-places";
import { writtenTopics } from "../../model/written-topics";
import { sdk } from "../construct/sdk";
import type { Edges } from "./edges";
import type { KubernetesCluster } from "./kubernetes-clusters";
import { registerPlace } from "./place";
import { PlaceContext } from "./place-context";
import type { MeshScope } from "./scope";
import { withUniqueName } from "./unique-name";

/** What a member's objects are registered with. */
export interface MemberSurroundings {
  readonly pulsarClusters: ReadonlyMap<string, Pulumi.ProviderResource>;
  readonly clusters: ReadonlyMap<string, KubernetesCluster>;
  readonly edges: Edges;
  /** The text of local code. */
  readonly code: string | undefined;
  /** What must be there before its pods, besides topics and subscriptions. */
  readonly dependsOn?: readonly Pulumi.Resource[];
}

export interface MemberOutputs {
  readonly name: string;
  readonly kind: string;
  readonly subscription?: Pulumi.Input<string>;
  readonly places: readonly Readonly<Record<string, Pulumi.Input<string>>>[];
}

export interface RegisteredMember {
  readonly key: string;
  readonly outputs: MemberOutputs;
  /** One for each place. */
  readonly rollouts: readonly Pulumi.Resource[];
}

const componentTypes = {
  function: "function-mesh:index:Function",
  source: "function-mesh:index:Source",
  sink: "function-mesh:index:Sink",
} as const;

/** Registers a member: a component in a mesh, or the objects directly below it in a mesh of one. */
export function registerMember(
  scope: MeshScope,
  member: MemberPlan,
  { pulsarClusters, clusters, edges, code, dependsOn: others = [] }: MemberSurroundings,
): RegisteredMember {
  const { Component } = sdk();
  const inMesh = member.path !== "";
  const parent = inMesh
    ? new Component(componentTypes[member.kind], member.childName, {}, { parent: scope.mesh })
    : scope.mesh;
  const places = member.places.filter(isServed).map((place) => {
    const cluster = clusters.get(place.cluster);
    if (cluster === undefined) throw new Error(`${member.path}: there is no Kubernetes cluster ${place.cluster}`);
    const pulsarProvider = pulsarClusters.get(place.pulsarCluster);
    const dependsOn = [...dependenciesOf(scope, member, place, edges), ...others];
    const target = withUniqueName(scope, { plan: scope.plan, member, place }, { parent, code });
    const prerequisites = edges.prerequisitesIn(place.pulsarCluster);
    const surroundings = { parent, cluster, pulsarProvider, prerequisites, dependsOn, code };
    const rollout = registerPlace(new PlaceContext(scope, target, surroundings));
    return { place: target.place, rollout };
  });
  const outputs: MemberOutputs = {
    name: member.name,
    kind: member.kind,
    ...(member.subscription === undefined ? {} : { subscription: scope.placeholders.text(member.subscription) }),
    places: places.map(({ place }) => placeOutputs(scope, place)),
  };
  if (inMesh) parent.finish({ ...outputs });
  return { key: member.key, outputs, rollouts: places.map(({ rollout }) => rollout) };
}

/** A reader waits for its subscriptions; a writer for every subscription of its topic, so that no message is missed. */
function dependenciesOf(
  scope: MeshScope,
  member: MemberPlan,
  place: PlacePlan,
  edges: Edges,
): readonly Pulumi.Resource[] {
  const uses = [...member.reads, ...member.found, ...writtenTopics(member)];
  return [
    ...edges.ofNamespace(place.pulsarCluster, member.tenant, member.pulsarNamespace),
    ...uses.flatMap(({ name }) => [
      ...edges.ofTopic(place.pulsarCluster, name),
      ...edges.subscriptionsOn(place.pulsarCluster, name),
    ]),
    ...scope.dependenciesAt(member.path),
    ...scope.dependenciesAt(argumentPath("pulsar", place.pulsarCluster)),
    ...scope.dependenciesAt("defaults"),
  ];
}

const placeOutputs = (scope: MeshScope, place: PlacePlan): Readonly<Record<string, Pulumi.Input<string>>> => ({
  cluster: place.cluster,
  pulsarCluster: place.pulsarCluster,
  kubernetesNamespace: scope.placeholders.text(place.kubernetesNamespace),
  statefulSet: scope.placeholders.text(place.objectName),
  service: scope.placeholders.text(place.serviceName),
});
