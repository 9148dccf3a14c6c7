import type * as Pulumi from "@pulumi/pulumi";
import { factsOf } from "../../model/changes/mesh-facts";
import type { ConfigFileSpec } from "../../model/config-file";
import { cleanupOf } from "../../model/operator/cleanups-of";
import { planConfigFile, type PlannedConfigFile } from "../../model/operator/plan-config-file";
import { sharedClusters } from "../../model/operator/shared-clusters";
import { toldConfigFile } from "../../model/operator/told-config-file";
import { problemText } from "../../model/problem";
import { topologyOf } from "../../model/topology";
import { invalidArguments } from "../construct/invalid-arguments";
import { type Component, sdk } from "../construct/sdk";
import { Cleanups } from "./cleanup";
import type { BuiltComponent, ComponentRequest } from "./component";
import { registerEdges } from "./edges";
import { registerSharedClusters } from "./kubernetes-clusters";
import { manifestTexts } from "./manifest-texts";
import { type MemberOutputs, type MemberSurroundings, registerMember } from "./member";
import { registerPulsarClusters } from "./pulsar-clusters";
import { refuseErrors } from "./refuse-errors";
import { inOneView, meshScope, type MeshScope } from "./scope";
import { registerTopology } from "./topology";

/** `fm.ConfigFile`: operator manifests, whose components are components below it. */
export function buildConfigFile(request: ComponentRequest): BuiltComponent {
  // The schema reader has checked the form of the arguments against the schema, which is generated from this type.
  const spec = request.arguments.values as unknown as ConfigFileSpec;
  const texts = manifestTexts(spec);
  if ("severity" in texts) throw invalidArguments([texts]);
  const planned = planConfigFile(request.name, texts, spec);
  const warnings = refuseErrors(request, planned.plans, planned.problems);

  const { pulumi, Component } = sdk();
  const resource = new Component(request.type, request.name, {}, request.options);
  for (const warning of warnings) void pulumi.log.warn(problemText(warning), resource);
  const members = registerFile(request, resource, planned, spec);
  const outputs = { members: Object.fromEntries(members) };
  resource.finish(outputs);
  return { resource, outputs };
}

interface NamedMember {
  readonly entry: readonly [string, MemberOutputs];
  readonly rollouts: readonly Pulumi.Resource[];
}

/** Registers the components of each Kubernetes namespace, all by the same providers. */
function registerFile(
  request: ComponentRequest,
  resource: Component,
  planned: PlannedConfigFile,
  spec: ConfigFileSpec,
): readonly (readonly [string, MemberOutputs])[] {
  const [cluster] = Object.values(spec.kubernetes);
  const home = { name: request.name, kubernetesNamespace: cluster?.namespace ?? "default" };
  const plan = sharedClusters(planned.plans, home);
  const told = toldConfigFile(planned, home);
  if (plan === undefined || told === undefined) return [];
  const shared = meshScope(request, resource, inOneView(plan));
  const scopes = planned.plans.map((each) => meshScope(request, resource, inOneView(each)));
  const pulsarClusters = registerPulsarClusters(shared);
  const clusters = registerSharedClusters(shared, scopes);
  const members = scopes.flatMap((scope, index) =>
    registerPlan(scope, planned, { pulsarClusters, clusters: clusters[index] ?? new Map() }),
  );
  registerTopology(shared, {
    name: request.name,
    topology: shared.placeholders.fill(topologyOf(told)),
    facts: shared.placeholders.fill(factsOf(told)),
    rollouts: members.flatMap(({ rollouts }) => rollouts),
  });
  return members.map(({ entry }) => entry);
}

type Clusters = Pick<MemberSurroundings, "pulsarClusters" | "clusters">;

/** Registers the components of one Kubernetes namespace. */
function registerPlan(scope: MeshScope, planned: PlannedConfigFile, given: Clusters): readonly NamedMember[] {
  const { plan } = scope;
  const { pulsarClusters } = given;
  const edges = registerEdges(scope, pulsarClusters);
  const cleanups = new Cleanups(scope, { edges, pulsarClusters, cleanupOf: (member) => cleanupOf(planned, member) });
  const prefix = planned.plans.length === 1 ? "" : `${plan.kubernetesClusters[0]?.kubernetesNamespace ?? ""}/`;
  return plan.members.map((member) => {
    const surroundings = { ...given, edges, code: undefined, dependsOn: cleanups.of(member) };
    const { key, outputs, rollouts } = registerMember(scope, member, surroundings);
    cleanups.letGo(member, rollouts);
    return { entry: [`${prefix}${key}`, outputs] as const, rollouts };
  });
}
