import { runsOnce } from "../../model/runs-once";
import type * as Pulumi from "@pulumi/pulumi";
import type { StatefulSet } from "../../kubernetes/manifest";
import { outputOf } from "../construct/sdk";
import { ownerAnnotation } from "../resources/owner-annotation";
import { wantedAnnotations } from "../resources/wanted-instances";
import { contentHash } from "./content-hash";
import { kubernetesPackage } from "./kubernetes-package";
import type { PlaceContext } from "./place-context";
import { manifestReplicas, type PlaceReplicas, rolledReplicas } from "./place-replicas";
import { registerScale } from "./scale";
import { ownerOf, registerVolumes } from "./volumes";

type Properties = Readonly<Record<string, unknown>>;

/** A StatefulSet that is registered. */
export interface RegisteredWorkload {
  readonly name: Pulumi.Output<string>;
  readonly uid: Pulumi.Output<string | undefined>;
  /** Changes with whatever restarts the pods. */
  readonly templateHash: Pulumi.Output<string>;
  readonly resource: Pulumi.Resource;
}

/** A StatefulSet's manifest and what comes before it. */
export interface Workload {
  readonly manifest: StatefulSet;
  readonly replicas: PlaceReplicas;
  /** Of its `spec`, over what the manifest states. */
  readonly spec: Properties;
  readonly dependsOn: readonly Pulumi.Resource[];
  /** Of what comes before, what keeps its volumes. */
  readonly volumes: readonly Pulumi.Resource[];
}

/**
 * Registers what is done before a StatefulSet is written: whose it is and how many instances it has is looked up, and one that has to
 * be made anew with its volumes is stopped. That look comes before the stop.
 */
export function prepareWorkload(
  place: PlaceContext,
  manifest: StatefulSet,
  dependsOn: readonly Pulumi.Resource[],
): Workload {
  const { scope, target, surroundings } = place;
  if (surroundings.cluster.connection === undefined) {
    const replicas = manifestReplicas(scope.placeholders, target);
    const volumes = registerVolumes(place, dependsOn);
    return withVolumes({ manifest, replicas, spec: replicas.manifest, dependsOn, volumes: [] }, volumes);
  }
  const replicas = rolledReplicas(scope.placeholders, target);
  const scale = registerScale(place, {
    matchLabels: scope.placeholders.fill(manifest.spec.selector.matchLabels),
    manifestHash: outputOf(unscaledManifest(place, manifest, replicas)).apply(contentHash),
    statedReplicas: replicas.manifest["replicas"],
    initialReplicas: replicas.rollout["initialReplicas"],
  });
  const looked = [...dependsOn, scale.resource];
  const volumes = registerVolumes(place, looked);
  const spec = "replicas" in replicas.manifest ? replicas.manifest : { replicas: scale.replicas };
  return withVolumes({ manifest, replicas, spec, dependsOn: looked, volumes: [] }, volumes);
}

const withVolumes = (workload: Workload, volumes: ReturnType<typeof registerVolumes>): Workload =>
  volumes === undefined
    ? workload
    : {
        ...workload,
        spec: { ...workload.spec, ...volumes.manifest },
        dependsOn: [...workload.dependsOn, volumes.resource],
        volumes: [volumes.resource],
      };

/** Registers a StatefulSet. */
export function registerWorkload(place: PlaceContext, workload: Workload): RegisteredWorkload {
  const { StatefulSet } = kubernetesPackage();
  const { manifest, replicas, dependsOn } = workload;
  const unscaled = unscaledManifest(place, manifest, replicas);
  const filled = { ...unscaled, spec: { ...unscaled.spec, ...workload.spec } };
  const object = new StatefulSet(place.target.place.childName, filled, {
    ...place.after(dependsOn),
    ignoreChanges: [...replicas.ignoreChanges, ...keptFields(place)],
    ...(runsOnce(place.target.member) ? { deleteBeforeReplace: true } : {}),
  });
  const template = outputOf(place.scope.placeholders.fill(manifest.spec.template));
  return {
    name: object.metadata.apply((metadata) => metadata.name),
    uid: object.metadata.apply((metadata) => metadata.uid),
    templateHash: template.apply(contentHash),
    resource: object,
  };
}

/** But for the number of instances. */
function unscaledManifest(place: PlaceContext, manifest: StatefulSet, replicas: PlaceReplicas) {
  return {
    ...place.filled({ ...manifest, metadata: {}, spec: {} }),
    metadata: { ...place.filled(manifest.metadata), annotations: annotationsOf(place, manifest, replicas) },
    spec: place.filled({ ...manifest.spec, replicas: undefined }),
  };
}

/**
 * To take the templates out is no wish to stop a workload that may keep its volumes; and without a mention of them, nobody
 * stands by to keep them while it is made anew. An empty list is that wish.
 */
function keptFields({ target, scope }: PlaceContext): readonly string[] {
  const { volumeClaimTemplates } = target.member.spec;
  const isKept = volumeClaimTemplates === undefined && scope.plan.naming !== "unique";
  return isKept ? ["spec.volumeClaimTemplates"] : [];
}

/**
 * Where the program handed over a provider, a rollout cannot look into the cluster: there the plugin itself waits for the
 * StatefulSet, as nothing says otherwise. Never for the Service, which with no replicas would wait for an endpoint until its
 * time is up.
 */
function annotationsOf(place: PlaceContext, { metadata }: StatefulSet, { rollout }: PlaceReplicas): Properties {
  const owner = { [ownerAnnotation]: ownerOf(place.scope) };
  if (place.surroundings.cluster.connection === undefined) return owner;
  const wanted = Object.entries(wantedAnnotations)
    .filter(([argument]) => rollout[argument] !== undefined)
    .map(([argument, annotation]) => [annotation, outputOf(rollout[argument]).apply(String)]);
  /*
   * The plugin applies server-side, where a field belongs to whoever set it last: without this every number that an autoscaler,
   * kubectl or the rollout has set is a conflict when the program states another, and so is every change of somebody else that is
   * put back. It would also take over the StatefulSet of somebody else; `Scale` has looked before that there is none.
   */
  const force = { "pulumi.com/patchForce": "true" };
  return { ...metadata.annotations, ...force, ...Object.fromEntries(wanted), ...owner };
}
