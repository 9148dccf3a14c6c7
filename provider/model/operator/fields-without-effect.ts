import type { Component } from "./component";
import { convertAutoscaling, readBuiltinRule } from "./convert/autoscaling";

/** A field of a component that is accepted and left out. */
export interface FieldWithoutEffect {
  /** `*` stands for every key of a map. */
  readonly field: string;
  readonly kinds: readonly Component["kind"][];
  /** After "has no effect". */
  readonly reason: string;
  /** Where it does have one. */
  readonly unless?: (component: Component) => boolean;
}

const all = ["function", "source", "sink"] as const;
const ownClient = "packages are downloaded by a container of their own";
const ownTypes = "the type class of `input` and `output` counts";
const isScaled = ({ spec }: Component): boolean => spec.maxReplicas !== undefined;
const unscaled = "without `maxReplicas` nothing is scaled";

const isRuled = ({ maxReplicas, pod }: Component["spec"]): boolean =>
  maxReplicas !== undefined && (pod?.builtinAutoscaler ?? []).some((rule) => readBuiltinRule(rule) !== undefined);

export const fieldsWithoutEffect: readonly FieldWithoutEffect[] = [
  { field: "imageHasPulsarctl", kinds: all, reason: ownClient },
  { field: "imageHasGet", kinds: all, reason: ownClient },
  { field: "cleanupImage", kinds: all, reason: "subscriptions are cleaned up without a container" },
  {
    field: "pulsarPackageService.cleanupAuthConfig",
    kinds: all,
    reason: "nothing is cleaned up where packages come from",
  },
  {
    field: "pulsarPackageService",
    kinds: all,
    reason: "there is no package to download",
    unless: ({ spec: { java, python, golang, genericRuntime } }) =>
      [java?.jarLocation, python?.pyLocation, golang?.goLocation, genericRuntime?.functionFileLocation].some(
        (location) => location !== undefined,
      ),
  },
  {
    field: "windowConfig.actualWindowFunctionClassName",
    kinds: ["function"],
    reason: "it is always the function's `className`",
    // The operator's schema asks for it.
    unless: ({ kind, spec }) =>
      kind === "function" && spec.windowConfig?.actualWindowFunctionClassName === spec.className,
  },
  {
    field: "sourceConfig.batchSourceConfig",
    kinds: ["function"],
    reason: "only sources can be run in batches",
  },
  { field: "sourceConfig.typeClassName", kinds: ["function"], reason: ownTypes },
  { field: "sinkConfig.typeClassName", kinds: ["function"], reason: ownTypes },
  { field: "pod.builtinAutoscaler", kinds: all, reason: unscaled, unless: isScaled },
  { field: "pod.autoScalingMetrics", kinds: all, reason: unscaled, unless: isScaled },
  {
    field: "pod.autoScalingMetrics",
    kinds: all,
    reason: "the rules of `pod.builtinAutoscaler` count",
    unless: ({ spec }) => convertAutoscaling(spec)?.metrics !== undefined || !isRuled(spec),
  },
  { field: "pod.autoScalingBehavior", kinds: all, reason: unscaled, unless: isScaled },
];

const notShared = "components do not share it";

/** The same for a BackendConfig. */
export const backendFieldsWithoutEffect: readonly Pick<FieldWithoutEffect, "field" | "reason">[] = [
  { field: "name", reason: "`metadata.name` tells what a BackendConfig is for" },
  { field: "autoUpdate", reason: "components always follow it" },
  ...[
    "disableDefaultAffinity",
    "volumes",
    "initContainers",
    "sidecars",
    "env",
    "builtinAutoscaler",
    "autoScalingMetrics",
    "autoScalingBehavior",
    "vpa",
  ].map((field) => ({ field: `pod.${field}`, reason: notShared })),
];
