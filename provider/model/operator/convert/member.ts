import type { MemberSpec } from "../../member";
import type { RunnerSpec } from "../../runner";
import type { Component } from "../component";
import { stated } from "../stated";
import { convertAutoscaling } from "./autoscaling";
import { convertPod } from "./pod";
import { paddedResources } from "./resources";

/** What the kinds of components differ in, of what members have in common. */
interface KindFields {
  readonly image: string;
  readonly runner?: RunnerSpec;
}

/** What functions, sources and sinks have in common, with the operator's defaults where they are not ours. */
export function convertMember({ spec, ownName }: Component, { image, runner }: KindFields): MemberSpec {
  const { secretsMap } = spec;
  return stated({
    name: spec.name ?? ownName,
    tenant: spec.tenant ?? "public",
    namespace: spec.namespace ?? "default",
    replicas: spec.replicas ?? (spec.maxReplicas === undefined ? spec.minReplicas : undefined),
    showPreciseParallelism: spec.showPreciseParallelism,
    autoscaling: convertAutoscaling(spec),
    image: spec.image ?? image,
    imagePullPolicy: spec.imagePullPolicy ?? ("IfNotPresent" as const),
    resources: paddedResources(spec.resources),
    secretsMap:
      secretsMap === undefined
        ? undefined
        : Object.fromEntries(
            Object.entries(secretsMap).map(([name, { path = "", key = "" }]) => [name, { path, key }] as const),
          ),
    pod: convertPod(spec.pod),
    volumeMounts: spec.volumeMounts,
    logTopic: spec.logTopic,
    logTopicAgent: spec.logTopicAgent,
    filebeatImage: spec.filebeatImage,
    downloaderImage: spec.downloaderImage,
    runtimeFlags: spec.runtimeFlags,
    runner,
  });
}
