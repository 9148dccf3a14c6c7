import { createHash } from "node:crypto";
import type * as Pulumi from "@pulumi/pulumi";
import type { ScalingManifest, Secret, StatefulSet } from "../../kubernetes/manifest";
import { referencedManifests, type ReferencedManifests, workloadManifests } from "../../kubernetes/place-manifests";
import type { PlaceObjects } from "../../kubernetes/place-objects";
import type { ReferencedNames } from "../../kubernetes/referenced-names";
import { persistentPatterns } from "../../model/persistent-patterns";
import { jsonText } from "../../model/json-text";
import { dnsLabel } from "../../model/names";
import { type Component, outputOf } from "../construct/sdk";
import { ownerAnnotation } from "../resources/volumes/owner-annotation";
import { child } from "./child";
import type { KubernetesCluster } from "./kubernetes-clusters";
import { kubernetesPackage } from "./kubernetes-package";
import { manifestReplicas, type PlaceReplicas, rolledReplicas } from "./place-replicas";
import { registerScale } from "./scale";
import type { MeshScope } from "./scope";
import { ownerOf, registerVolumes } from "./volumes";

interface RegisteredStatefulSet {
  readonly name: Pulumi.Output<string>;
  readonly uid: Pulumi.Output<string | undefined>;
  /** Changes with whatever restarts the pods. */
  readonly templateHash: Pulumi.Output<string>;
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
export function registerPlace(
  scope: MeshScope,
  target: PlaceObjects,
  surroundings: PlaceSurroundings,
): Pulumi.Resource {
  return new PlaceRegistrar(scope, target, surroundings).register();
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

  register(): Pulumi.Resource {
    const { Service } = kubernetesPackage();
    const { target } = this;
    const referenced = referencedManifests(target, this.surroundings.code);
    const credentials = this.registerCredentials(referenced.credentials);
    const names = this.registerReferenced(referenced, credentials?.name);
    const { service, statefulSet, scaling } = workloadManifests(target, names);
    const before = [...this.surroundings.dependsOn, ...(credentials === undefined ? [] : [credentials.resource])];
    const { replicas, looked } = this.replicas(statefulSet);
    const volumes = registerVolumes(this.scope, target, { ...this.surroundings, dependsOn: [...before, ...looked] });
    const dependsOn = volumes === undefined ? before : [...before, volumes.resource];
    // By the Service, the deletion of volumes sees whether the member goes with them.
    const afterVolumes = this.after(volumes === undefined ? [] : [volumes.resource]);
    new Service(target.place.childName, this.filled(service), afterVolumes);
    const manifest = { ...replicas.manifest, ...volumes?.manifest };
    const registered = this.registerStatefulSet(statefulSet, { ...replicas, manifest }, dependsOn);
    for (const scaler of scaling) this.registerScaling(scaler, registered.resource);
    return this.registerRollout(registered, replicas.rollout);
  }

  private after(resources: readonly Pulumi.Resource[]): Pulumi.CustomResourceOptions {
    const { namespace } = this.surroundings.cluster;
    return { ...this.options, dependsOn: [...resources, ...(namespace === undefined ? [] : [namespace])] };
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

  /** Volumes stop a workload that is made anew, so the look at its number comes before them. */
  private replicas(statefulSet: StatefulSet): {
    readonly replicas: PlaceReplicas;
    readonly looked: readonly Pulumi.Resource[];
  } {
    const { scope, target } = this;
    const { cluster, parent } = this.surroundings;
    if (cluster.connection === undefined) return { replicas: manifestReplicas(scope.placeholders, target), looked: [] };
    const replicas = rolledReplicas(scope.placeholders, target);
    if ("replicas" in replicas.manifest) return { replicas, looked: [] };
    const scale = registerScale(scope, target, {
      parent,
      cluster,
      matchLabels: scope.placeholders.fill(statefulSet.spec.selector.matchLabels),
      manifestHash: outputOf(this.filledStatefulSet(statefulSet)).apply(hashOf),
      initialReplicas: replicas.rollout["initialReplicas"],
    });
    return { replicas: { ...replicas, manifest: { replicas: scale.replicas } }, looked: [scale.resource] };
  }

  /** But for the number of instances. */
  private filledStatefulSet(manifest: StatefulSet) {
    return {
      ...this.filled({ ...manifest, metadata: {}, spec: {} }),
      metadata: { ...this.filled(manifest.metadata), annotations: this.annotations(manifest) },
      spec: this.filled({ ...manifest.spec, replicas: undefined }),
    };
  }

  private registerStatefulSet(
    manifest: StatefulSet,
    replicas: PlaceReplicas,
    dependsOn: readonly Pulumi.Resource[],
  ): RegisteredStatefulSet {
    const { StatefulSet } = kubernetesPackage();
    const unscaled = this.filledStatefulSet(manifest);
    const filled = { ...unscaled, spec: { ...unscaled.spec, ...replicas.manifest } };
    const object = new StatefulSet(this.target.place.childName, filled, {
      ...this.after(dependsOn),
      ignoreChanges: [...replicas.ignoreChanges, ...this.keptFields()],
    });
    const template = outputOf(this.scope.placeholders.fill(manifest.spec.template));
    return {
      name: object.metadata.apply((metadata) => metadata.name),
      uid: object.metadata.apply((metadata) => metadata.uid),
      templateHash: template.apply(hashOf),
      resource: object,
    };
  }

  /**
   * To take the templates out is no wish to stop a workload that may keep its volumes; and without a mention of them, nobody
   * stands by to keep them while it is made anew. An empty list is that wish.
   */
  private keptFields(): readonly string[] {
    const { volumeClaimTemplates } = this.target.member.spec;
    const isKept = volumeClaimTemplates === undefined && this.scope.plan.naming !== "unique";
    return isKept ? ["spec.volumeClaimTemplates"] : [];
  }

  private registerScaling(manifest: ScalingManifest, workload: Pulumi.Resource): void {
    const kind = scalingClasses[manifest.kind];
    const options = { ...this.options, dependsOn: [workload] };
    new (kubernetesPackage()[kind])(this.target.place.childName, this.filled(manifest), options);
  }

  /** `pulumi up` ends when the member works, not when its objects exist. */
  private registerRollout(
    statefulSet: RegisteredStatefulSet,
    replicas: Readonly<Record<string, unknown>>,
  ): Pulumi.Resource {
    const { member, place } = this.target;
    const { cluster, parent, pulsarProvider } = this.surroundings;
    const patterns = persistentPatterns(member);
    const text = (value: string | undefined) => (value === undefined ? undefined : this.scope.placeholders.text(value));
    const properties = {
      member: member.path === "" ? `${member.kind} ${member.name}` : member.path,
      instance: `${member.tenant}/${member.pulsarNamespace}/${member.name}`,
      ...cluster.connection,
      kubernetesNamespace: text(place.kubernetesNamespace),
      statefulSet: statefulSet.name,
      statefulSetUid: statefulSet.uid,
      templateHash: statefulSet.templateHash,
      ...replicas,
      subscription: text(member.subscription),
      reads: member.reads.map((use) => text(use.name)),
      ...(patterns.length === 0 ? {} : { patterns: patterns.map((use) => text(use.name)) }),
      writes: text(member.writes?.name),
      timeoutSeconds: this.scope.placeholders.fill(member.rollout.timeoutSeconds),
      attachment: this.scope.placeholders.fill(member.rollout.attachment),
    };
    const wanted = { type: "function-mesh:index:Rollout", name: place.childName, properties };
    return child(this.scope, wanted, { parent, ...(pulsarProvider === undefined ? {} : { provider: pulsarProvider }) });
  }

  /**
   * Where the program handed over a provider, a rollout cannot look into the cluster: there the plugin itself waits for the
   * StatefulSet, as nothing says otherwise. Never for the Service, which with no replicas would wait for an endpoint until its
   * time is up.
   */
  private annotations({ metadata }: StatefulSet): Readonly<Record<string, unknown>> {
    const owner = { [ownerAnnotation]: ownerOf(this.scope) };
    if (this.surroundings.cluster.connection === undefined) return owner;
    // Applied server-side, the 0 that stops a workload is at odds with whoever has scaled it before.
    return { ...metadata.annotations, "pulumi.com/patchForce": "true", ...owner };
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
