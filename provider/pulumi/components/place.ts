import { createHash } from "node:crypto";
import type * as Pulumi from "@pulumi/pulumi";
import type { ScalingManifest, Secret, StatefulSet } from "../../kubernetes/manifest";
import { referencedManifests, type ReferencedManifests, workloadManifests } from "../../kubernetes/place-manifests";
import type { PlaceObjects } from "../../kubernetes/place-objects";
import type { ReferencedNames } from "../../kubernetes/referenced-names";
import { jsonText } from "../../model/json-text";
import { dnsLabel } from "../../model/names";
import { autoscalerOf, initialReplicas, isPausedByHand } from "../../model/replicas";
import { type Component, outputOf } from "../construct/sdk";
import { child } from "./child";
import type { KubernetesCluster } from "./kubernetes-clusters";
import { kubernetesPackage } from "./kubernetes-package";
import type { MeshScope } from "./scope";

interface RegisteredStatefulSet {
  readonly name: Pulumi.Output<string>;
  readonly uid: Pulumi.Output<string | undefined>;
  /** Changes with whatever restarts the pods. */
  readonly templateHash: Pulumi.Output<string>;
  readonly replicas: unknown;
  readonly resource: Pulumi.Resource;
}

/** What a place's objects are registered with. */
export interface PlaceSurroundings {
  readonly parent: Component;
  readonly cluster: KubernetesCluster;
  readonly pulsarProvider: Pulumi.ProviderResource | undefined;
  /** What must exist before pods start. */
  readonly dependsOn: readonly Pulumi.Resource[];
  /** The text of local code. */
  readonly code: string | undefined;
}

/** Registers the Kubernetes objects of a member in one place, and the rollout that waits for them. */
export function registerPlace(scope: MeshScope, target: PlaceObjects, surroundings: PlaceSurroundings): void {
  new PlaceRegistrar(scope, target, surroundings).register();
}

class PlaceRegistrar {
  private readonly options: Pulumi.CustomResourceOptions;

  constructor(
    private readonly scope: MeshScope,
    private readonly target: PlaceObjects,
    private readonly surroundings: PlaceSurroundings,
  ) {
    const { parent, cluster } = surroundings;
    this.options = {
      parent,
      provider: cluster.provider,
      dependsOn: cluster.namespace === undefined ? [] : [cluster.namespace],
    };
  }

  register(): void {
    const { Service } = kubernetesPackage();
    const { target } = this;
    const referenced = referencedManifests(target, this.surroundings.code);
    const credentials = this.registerCredentials(referenced.credentials);
    const names = this.registerReferenced(referenced, credentials?.name);
    const { service, statefulSet, scaling } = workloadManifests(target, names);
    new Service(target.place.childName, this.filled(service), this.options);
    const dependsOn = [...this.surroundings.dependsOn, ...(credentials === undefined ? [] : [credentials.resource])];
    const registered = this.registerStatefulSet(this.withPause(statefulSet), dependsOn);
    for (const manifest of scaling) this.registerScaling(manifest, registered.resource);
    this.registerRollout(registered);
  }

  /**
   * The credentials have a fixed name, which pods are given as it is and not as an output of the Secret: a plugin that can
   * only replace a Secret would replace with it whatever depends on its outputs, and running pods with that.
   */
  private registerCredentials(
    manifest: Secret | undefined,
  ): { readonly name: string; readonly resource: Pulumi.Resource } | undefined {
    if (manifest === undefined) return undefined;
    const { Secret } = kubernetesPackage();
    const resource = new Secret(`${this.target.place.childName}-credentials`, this.filled(manifest), this.options);
    return { name: manifest.metadata.name ?? "", resource };
  }

  /** The objects whose names are generated anew for each content; pods follow their names. */
  private registerReferenced(manifests: ReferencedManifests, credentials: string | undefined): ReferencedNames {
    const { ConfigMap, Secret } = kubernetesPackage();
    const config = this.generated(ConfigMap, manifests.config, "config");
    const code = this.generated(ConfigMap, manifests.code, "code");
    const secrets = this.generated(Secret, manifests.secrets, "secrets");
    const tlsDefaults = this.generated(ConfigMap, manifests.tlsDefaults, "tls-defaults");
    return {
      config: config ?? "",
      ...(code === undefined ? {} : { code }),
      ...(secrets === undefined ? {} : { secrets }),
      ...(credentials === undefined ? {} : { credentials }),
      ...(tlsDefaults === undefined ? {} : { tlsDefaults }),
    };
  }

  /** A placeholder for the generated name. */
  private generated(
    kind: ReturnType<typeof kubernetesPackage>["ConfigMap"],
    manifest: object | undefined,
    suffix: string,
  ): string | undefined {
    if (manifest === undefined) return undefined;
    // Pulumi makes the generated name from this one, which therefore must be legal in Kubernetes whatever the key is.
    const name = `${dnsLabel(this.target.place.childName)}-${suffix}`;
    const object = new kind(name, this.filled(manifest), this.options);
    return this.scope.placeholders.add(object.metadata.apply((metadata) => metadata.name));
  }

  /**
   * Where an autoscaler decides the number of instances, the manifest states none, and the engine is told to leave alone what an
   * earlier program stated: to take that away would set it to 1 until the autoscaler looks again.
   */
  private registerStatefulSet(manifest: StatefulSet, dependsOn: readonly Pulumi.Resource[]): RegisteredStatefulSet {
    const { StatefulSet } = kubernetesPackage();
    const { cluster } = this.surroundings;
    const object = new StatefulSet(this.target.place.childName, this.filled(this.awaited(manifest)), {
      ...this.options,
      dependsOn: [...dependsOn, ...(cluster.namespace === undefined ? [] : [cluster.namespace])],
      ignoreChanges: manifest.spec.replicas === undefined ? ["spec.replicas"] : [],
    });
    const template = outputOf(this.scope.placeholders.fill(manifest.spec.template));
    return {
      name: object.metadata.apply((metadata) => metadata.name),
      uid: object.metadata.apply((metadata) => metadata.uid),
      templateHash: template.apply(hashOf),
      replicas: this.scope.placeholders.fill(manifest.spec.replicas),
      resource: object,
    };
  }

  /** Rollout pauses a member that an HPA scales, and wakes it up; where it cannot look into the cluster, the manifest pauses. */
  private withPause(manifest: StatefulSet): StatefulSet {
    const { member, place } = this.target;
    if (this.surroundings.cluster.connection !== undefined || !isPausedByHand(member, place)) return manifest;
    return { ...manifest, spec: { ...manifest.spec, replicas: 0 } };
  }

  private registerScaling(manifest: ScalingManifest, workload: Pulumi.Resource): void {
    const kind = scalingClasses[manifest.kind];
    const options = { ...this.options, dependsOn: [workload] };
    new (kubernetesPackage()[kind])(this.target.place.childName, this.filled(manifest), options);
  }

  /** `pulumi up` ends when the member works, not when its objects exist. */
  private registerRollout(statefulSet: RegisteredStatefulSet): void {
    const { member, place } = this.target;
    const { cluster, parent, pulsarProvider } = this.surroundings;
    const text = (value: string | undefined) => (value === undefined ? undefined : this.scope.placeholders.text(value));
    const properties = {
      member: member.path === "" ? `${member.kind} ${member.name}` : member.path,
      instance: `${member.tenant}/${member.pulsarNamespace}/${member.name}`,
      ...cluster.connection,
      kubernetesNamespace: text(place.kubernetesNamespace),
      statefulSet: statefulSet.name,
      statefulSetUid: statefulSet.uid,
      templateHash: statefulSet.templateHash,
      ...this.replicas(statefulSet),
      subscription: text(member.subscription),
      reads: member.reads.map((use) => text(use.name)),
      writes: text(member.writes?.name),
      timeoutSeconds: this.scope.placeholders.fill(member.rollout.timeoutSeconds),
      attachment: this.scope.placeholders.fill(member.rollout.attachment),
    };
    const wanted = { type: "function-mesh:index:Rollout", name: place.childName, properties };
    child(this.scope, wanted, { parent, ...(pulsarProvider === undefined ? {} : { provider: pulsarProvider }) });
  }

  private replicas({ replicas }: RegisteredStatefulSet): Readonly<Record<string, unknown>> {
    const { member, place } = this.target;
    if (autoscalerOf(member, place) !== "hpa") return { replicas };
    const initial = this.scope.placeholders.fill(initialReplicas(member, place));
    return { ...(isPausedByHand(member, place) ? { replicas: 0 } : {}), initialReplicas: initial };
  }

  /**
   * Where the program handed over a provider, a rollout cannot look into the cluster: there the plugin itself waits for the
   * StatefulSet. Never for the Service, which with no replicas would wait for an endpoint until its time is up.
   */
  private awaited<T extends { readonly metadata: object }>(manifest: T): T {
    if (this.surroundings.cluster.connection !== undefined) return manifest;
    return { ...manifest, metadata: { ...manifest.metadata, annotations: {} } };
  }

  private filled(manifest: object): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      Object.entries(manifest).map(([key, value]) => [key, this.scope.placeholders.fill(value)]),
    );
  }
}

/** Kinds that the kubernetes package does not know are custom resources. */
const scalingClasses = {
  HorizontalPodAutoscaler: "HorizontalPodAutoscaler",
  PodDisruptionBudget: "PodDisruptionBudget",
  VerticalPodAutoscaler: "CustomResource",
  ScaledObject: "CustomResource",
  TriggerAuthentication: "CustomResource",
} as const satisfies Record<ScalingManifest["kind"], keyof ReturnType<typeof kubernetesPackage>>;

const hashOf = (value: unknown): string => createHash("sha256").update(jsonText(value)).digest("hex").slice(0, 16);
