import { argumentPath } from "../argument-path";
import type { Component } from "./component";

/** A path of our arguments, below a member, and the field of the manifest that says the same. */
type Renamed = readonly [from: string, to: string];

const override = (own: string, operators: string, type: string): readonly Renamed[] => [
  [`${own}.connector`, `${operators}.${type}`],
  [`${own}.config`, `${operators}.configs`],
  [own, operators],
];

/** What our arguments call otherwise. The longest path counts, and what stands below it is kept. */
const shared: readonly Renamed[] = [
  ["autoscaling.memory", "pod.builtinAutoscaler"],
  ["autoscaling.metrics", "pod.autoScalingMetrics"],
  ["autoscaling.behavior", "pod.autoScalingBehavior"],
  ["autoscaling.minReplicas", "minReplicas"],
  ["autoscaling", "maxReplicas"],
  ["autoscaling.maxReplicas", "maxReplicas"],
  ["instanceAuth", "pulsar.authConfig"],
  ["instanceTls", "pulsar.tlsConfig"],
  ["packageCluster", "pulsarPackageService"],
  ["pulsarCluster", "pulsar.pulsarConfig"],
];

const byKind: Readonly<Record<Component["kind"], readonly Renamed[]>> = {
  function: [
    ...override("source", "sourceConfig", "sourceType"),
    ...override("sink", "sinkConfig", "sinkType"),
    ["runner.connectorsDirectory", "sourceConfig"],
    ["config", "funcConfig"],
  ],
  source: [["config", "sourceConfig"]],
  sink: [["config", "sinkConfig"]],
};

/** Where a problem at `rest` below a member stands in the manifest of its component. */
export function manifestPath(component: Component, rest: string): string {
  const { path, namePath, spec } = component;
  if (rest === ".name" && spec.name === undefined) return namePath;
  return `${path}${inSourceSpecs(manifestField(component, rest))}`;
}

/** What manifests call the field at `rest` below a member. */
export function manifestField({ kind, spec }: Component, rest: string): string {
  const connector = argumentPath("java", spec.java?.jarLocation === undefined ? "jar" : "jarLocation");
  const table: readonly Renamed[] = [
    ...byKind[kind],
    ...shared,
    // Where no rule is stated it is the operator that scales by CPU.
    ["autoscaling.cpu", (spec.pod?.builtinAutoscaler ?? []).length > 0 ? "pod.builtinAutoscaler" : "maxReplicas"],
    ["connectorPath", "java.jar"],
    ["connector", connector],
  ];
  const [best] = table
    .filter(([from]) => isBelow(rest, `.${from}`))
    .sort(([left], [right]) => right.length - left.length);
  return best === undefined ? rest : `.${best[1]}${rest.slice(best[0].length + 1)}`;
}

const isBelow = (path: string, base: string): boolean =>
  path === base || path.startsWith(`${base}.`) || path.startsWith(`${base}[`);

/** The operator's spelling there differs from the one everywhere else. */
const inSourceSpecs = (path: string): string =>
  path.startsWith(".input.sourceSpecs") ? path.replace(/\.serdeClassName$/, ".serdeClassname") : path;
