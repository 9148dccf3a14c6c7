import type * as Pulumi from "@pulumi/pulumi";
import { diagramOf } from "../../model/diagram";
import { factsOf } from "../../model/changes/mesh-facts";
import type { MemberPlan } from "../../model/plan";
import { type Problem, problemText } from "../../model/problem";
import { startOrder } from "../../model/start-order";
import { toldMembers } from "../../model/told-members";
import { drawnTopologyOf, topologyOf } from "../../model/topology";
import { memberCleanup } from "../../model/member-cleanup";
import type { ComponentRequest } from "./component";
import { sdk } from "../construct/sdk";
import { Cleanups } from "./cleanup";
import { registerEdges } from "./edges";
import { registerKubernetesClusters } from "./kubernetes-clusters";
import { type MemberOutputs, type MemberSurroundings, registerMember, type RegisteredMember } from "./member";
import { memberCode } from "./member-code";
import { registerPulsarClusters } from "./pulsar-clusters";
import type { PlannedRequest } from "./plan-request";
import { refuseErrors } from "./refuse-errors";
import { meshScope, type MeshScope } from "./scope";
import { registerTopology } from "./topology";

export interface BuiltMesh {
  readonly resource: Pulumi.ComponentResource;
  readonly members: Readonly<Record<string, MemberOutputs>>;
  readonly topics: Readonly<Record<string, Pulumi.Input<string>>>;
  readonly topology: unknown;
  readonly diagram: Pulumi.Input<string>;
}

/** Registers every resource of a planned mesh, or refuses with all its errors at once before the first one. */
export function buildMesh(request: ComponentRequest, planned: PlannedRequest): BuiltMesh {
  const { pulumi, Component } = sdk();
  const { plan, problems } = planned;
  const codes = new Map(plan.members.map((member) => [member.childName, memberCode(member)]));
  const warnings = refuseErrors(request, [plan], [...problems, ...[...codes.values()].filter(isProblem)]);

  const mesh = new Component(request.type, request.name, {}, request.options);
  for (const warning of warnings) void pulumi.log.warn(problemText(warning), mesh);
  const scope = meshScope(request, mesh, planned);
  const told = toldMembers(plan);
  const topology = scope.placeholders.fill(topologyOf(told));
  const facts = scope.placeholders.fill(factsOf(told, { codeOf: (member) => textOf(codes.get(member.childName)) }));
  const pulsarClusters = registerPulsarClusters(scope);
  const clusters = registerKubernetesClusters(scope);
  const edges = registerEdges(scope, pulsarClusters);
  const members = registerMembers(scope, { pulsarClusters, clusters, edges }, codes);
  const rollouts = members.flatMap((member) => member.rollouts);
  registerTopology(scope, { name: request.name, topology, facts, rollouts });
  const topics = Object.fromEntries(plan.topics.map((topic) => [topic.label, scope.placeholders.text(topic.name)]));
  const built: BuiltMesh = {
    resource: mesh,
    members: Object.fromEntries(members.map((member) => [member.key, member.outputs])),
    topics,
    topology,
    diagram: scope.placeholders.text(diagramOf(drawnTopologyOf(told))),
  };
  mesh.finish({ members: built.members, topics, topology, diagram: built.diagram });
  return built;
}

/** Each after those that it waits for; given in the order of the plan. */
function registerMembers(
  scope: MeshScope,
  given: Pick<MemberSurroundings, "pulsarClusters" | "clusters" | "edges">,
  codes: ReadonlyMap<string, string | Problem | undefined>,
): readonly RegisteredMember[] {
  const cleanups = new Cleanups(scope, { ...given, cleanupOf: memberCleanup });
  const registered = new Map<MemberPlan, RegisteredMember>();
  for (const { member, after } of startOrder(scope.plan, scope.known)) {
    const before = after.flatMap((consumer) => registered.get(consumer)?.rollouts ?? []);
    const code = textOf(codes.get(member.childName));
    const made = registerMember(scope, member, { ...given, code, dependsOn: [...cleanups.of(member), ...before] });
    cleanups.letGo(member, made.rollouts);
    registered.set(member, made);
  }
  return scope.plan.members.flatMap((member) => registered.get(member) ?? []);
}

const textOf = (code: string | Problem | undefined): string | undefined =>
  typeof code === "string" ? code : undefined;

const isProblem = (value: string | Problem | undefined): value is Problem => typeof value === "object";
