import { createHash } from "node:crypto";
import type * as Pulumi from "@pulumi/pulumi";
import { renderCodeConfigMap, renderConfigMap } from "../../kubernetes/configmap";
import type { PlaceObjects } from "../../kubernetes/place-objects";
import type { ReferencedNames } from "../../kubernetes/referenced-names";
import { renderCredentials, renderSecrets } from "../../kubernetes/secret";
import { renderService } from "../../kubernetes/service";
import { renderStatefulSet } from "../../kubernetes/statefulset";
import { jsonText } from "../../model/json-text";
import type { MemberPlan, PlacePlan } from "../../model/plan";
import { type Component, outputOf, sdk } from "../construct/sdk";
import { child } from "./child";
import type { Edges } from "./edges";
import type { KubernetesCluster } from "./kubernetes-clusters";
import { kubernetesPackage } from "./kubernetes-package";
import type { MeshScope } from "./scope";

/** What a member's objects are registered with. */
export interface MemberSurroundings {
  readonly pulsarClusters: ReadonlyMap<string, Pulumi.ProviderResource>;
  readonly clusters: ReadonlyMap<string, KubernetesCluster>;
  readonly edges: Edges;
  /** The text of local code. */
  readonly code: string | undefined;
}

export interface MemberOutputs {
  readonly name: string;
  readonly kind: string;
  readonly subscription?: Pulumi.Input<string>;
  readonly places: readonly Readonly<Record<string, Pulumi.Input<string>>>[];
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
  surroundings: MemberSurroundings,
): { readonly key: string; readonly outputs: MemberOutputs } {
  const { Component } = sdk();
  const inMesh = member.path !== "";
  const parent = inMesh
    ? new Component(componentTypes[member.kind], member.childName, {}, { parent: scope.mesh })
    : scope.mesh;
  const places = member.places.map((place) =>
    registerPlace(scope, { plan: scope.plan, member, place }, parent, surroundings),
  );
  const outputs: MemberOutputs = {
    name: member.name,
    kind: member.kind,
    ...(member.subscription === undefined ? {} : { subscription: scope.placeholders.text(member.subscription) }),
    places,
  };
  if (inMesh) parent.finish({ ...outputs });
  return { key: member.key, outputs };
}

function registerPlace(
  scope: MeshScope,
  target: PlaceObjects,
  parent: Component,
  surroundings: MemberSurroundings,
): Readonly<Record<string, Pulumi.Input<string>>> {
  const { member, place } = target;
  const cluster = surroundings.clusters.get(place.cluster);
  if (cluster === undefined) throw new Error(`${member.path}: there is no Kubernetes cluster ${place.cluster}`);
  const objects = new PlaceRegistrar(scope, target, parent, cluster);
  const names = objects.registerReferenced(surroundings.code);
  objects.registerService();
  const statefulSet = objects.registerStatefulSet(names, dependenciesOf(scope, member, place, surroundings.edges));
  objects.registerRollout(statefulSet, surroundings.pulsarClusters.get(place.pulsarCluster));
  return {
    cluster: place.cluster,
    pulsarCluster: place.pulsarCluster,
    kubernetesNamespace: scope.placeholders.text(place.kubernetesNamespace),
    statefulSet: place.objectName,
    service: place.objectName,
  };
}

/** A reader waits for its subscriptions; a writer for every subscription of its topic, so that no message is missed. */
function dependenciesOf(
  scope: MeshScope,
  member: MemberPlan,
  place: PlacePlan,
  edges: Edges,
): readonly Pulumi.Resource[] {
  const uses = [...member.reads, ...[member.writes, member.logTopic].filter((use) => use !== undefined)];
  return [
    ...edges.ofNamespace(place.pulsarCluster, member.tenant, member.pulsarNamespace),
    ...uses.flatMap(({ name }) => [
      ...edges.ofTopic(place.pulsarCluster, name),
      ...edges.subscriptionsOn(place.pulsarCluster, name),
    ]),
    ...scope.dependenciesAt(member.path),
    ...scope.dependenciesAt(`pulsar.${place.pulsarCluster}`),
    ...scope.dependenciesAt("defaults"),
  ];
}

/** Registers the Kubernetes objects of one place. */
class PlaceRegistrar {
  private readonly options: Pulumi.CustomResourceOptions;

  constructor(
    private readonly scope: MeshScope,
    private readonly target: PlaceObjects,
    private readonly parent: Component,
    private readonly cluster: KubernetesCluster,
  ) {
    this.options = {
      parent,
      provider: cluster.provider,
      dependsOn: cluster.namespace === undefined ? [] : [cluster.namespace],
    };
  }

  /** The objects a pod refers to. Their names change with their content, except that of the credentials. */
  registerReferenced(code: string | undefined): ReferencedNames {
    const { ConfigMap, Secret } = kubernetesPackage();
    const register = (kind: typeof ConfigMap, manifest: object | undefined, suffix: string): string | undefined => {
      if (manifest === undefined) return undefined;
      const name = `${this.target.place.childName}-${suffix}`;
      const object = new kind(name, this.filled(manifest), this.options);
      return this.scope.placeholders.add(object.metadata.apply((metadata) => metadata.name));
    };
    const codeName = register(
      ConfigMap,
      code === undefined ? undefined : renderCodeConfigMap(this.target, code),
      "code",
    );
    const secrets = register(Secret, renderSecrets(this.target), "secrets");
    const credentials = register(Secret, renderCredentials(this.target), "credentials");
    return {
      config: register(ConfigMap, renderConfigMap(this.target), "config") ?? "",
      ...(codeName === undefined ? {} : { code: codeName }),
      ...(secrets === undefined ? {} : { secrets }),
      ...(credentials === undefined ? {} : { credentials }),
    };
  }

  registerService(): void {
    const { Service } = kubernetesPackage();
    new Service(this.target.place.childName, this.filled(renderService(this.target)), this.options);
  }

  registerStatefulSet(names: ReferencedNames, dependsOn: readonly Pulumi.Resource[]): RegisteredStatefulSet {
    const { StatefulSet } = kubernetesPackage();
    const manifest = renderStatefulSet(this.target, names);
    const namespace = this.cluster.namespace === undefined ? [] : [this.cluster.namespace];
    const object = new StatefulSet(this.target.place.childName, this.filled(manifest), {
      ...this.options,
      dependsOn: [...dependsOn, ...namespace],
    });
    const template = outputOf(this.scope.placeholders.fill(manifest.spec.template));
    return { name: object.metadata.apply((metadata) => metadata.name), templateHash: template.apply(hashOf) };
  }

  /** `pulumi up` ends when the member works, not when its objects exist. */
  registerRollout(statefulSet: RegisteredStatefulSet, provider: Pulumi.ProviderResource | undefined): void {
    const { member, place } = this.target;
    const text = (value: string | undefined) => (value === undefined ? undefined : this.scope.placeholders.text(value));
    const properties = {
      member: member.path === "" ? `${member.kind} ${member.name}` : member.path,
      instance: `${member.tenant}/${member.pulsarNamespace}/${member.name}`,
      ...this.cluster.connection,
      kubernetesNamespace: text(place.kubernetesNamespace),
      statefulSet: statefulSet.name,
      templateHash: statefulSet.templateHash,
      subscription: text(member.subscription),
      reads: member.reads.map((use) => text(use.name)),
      writes: text(member.writes?.name),
      timeoutSeconds: this.scope.placeholders.fill(member.rollout.timeoutSeconds),
      attachment: this.scope.placeholders.fill(member.rollout.attachment),
    };
    const wanted = { type: "function-mesh:index:Rollout", name: place.childName, properties };
    child(this.scope, wanted, { parent: this.parent, ...(provider === undefined ? {} : { provider }) });
  }

  private filled(manifest: object): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      Object.entries(manifest).map(([key, value]) => [key, this.scope.placeholders.fill(value)]),
    );
  }
}

interface RegisteredStatefulSet {
  readonly name: Pulumi.Output<string>;
  /** Changes with whatever restarts the pods. */
  readonly templateHash: Pulumi.Output<string>;
}

const hashOf = (value: unknown): string => createHash("sha256").update(jsonText(value)).digest("hex").slice(0, 16);
