import { factsFormat, factsOf, type MeshFacts } from "../../model/changes/mesh-facts";
import type { Component } from "../../model/operator/component";
import type { MeshPlan } from "../../model/plan";
import { drawnTopologyOf, type Topology } from "../../model/topology";
import { memberCode } from "../../pulumi/components/member-code";
import { distinctMembers } from "../../model/distinct-members";
import { joinedTopology } from "../graph/joined-topology";
import { codeProblems } from "../input/code-problems";
import type { FileProblem } from "../input/file-problem";
import { type InputOptions, planInput } from "../input/plan-input";
import type { Terminal } from "../terminal";
import type { SecretNumbers } from "./secret-numbers";

/** What a file says, as far as it is compared. */
export interface MeshOfFile {
  readonly facts: MeshFacts;
  readonly topology: Topology;
  /** The components of a file that holds manifests of the operator alone. */
  readonly components: readonly Component[];
  /** With an error among them, nothing else is to be used. */
  readonly problems: readonly FileProblem[];
}

export interface Reading {
  readonly terminal: Terminal;
  readonly secrets: SecretNumbers;
  readonly options: InputOptions;
}

/** Reads one side of a comparison. */
export function meshOfFile(file: string, { terminal, secrets, options }: Reading): MeshOfFile {
  const { parts, components, problems } = planInput([file], terminal, options);
  const plans = distinctMembers(parts.map(({ plan }) => plan));
  const facts = plans.map((plan, index) =>
    factsOf(parts[index]?.isFromManifests === true ? withoutClusters(plan) : plan, {
      codeOf: (member) => {
        const code = memberCode(member);
        return typeof code === "string" ? code : undefined;
      },
      settle: secrets.settler(parts[index]?.leaves ?? []),
    }),
  );
  return {
    facts: joinedFacts(facts),
    components: parts.every(({ isFromManifests }) => isFromManifests) ? components : [],
    topology: joinedTopology(plans.map(drawnTopologyOf)),
    problems: [...problems, ...codeProblems(parts)],
  };
}

/** Manifests name ConfigMaps in place of clusters: those of the plan are made up. */
const withoutClusters = (plan: MeshPlan): MeshPlan => ({ ...plan, pulsarClusters: [], kubernetesClusters: [] });

/** What several meshes of one file say. A topic that more than one uses counts once. */
function joinedFacts(facts: readonly MeshFacts[]): MeshFacts {
  const others = [...new Set(facts.flatMap(({ others: names = [] }) => names))];
  const ordering = facts.find((each) => each.ordering !== undefined)?.ordering;
  return {
    format: factsFormat,
    naming: facts.some(({ naming }) => naming === "unique") ? "unique" : "stable",
    ...(ordering === undefined ? {} : { ordering }),
    pulsarClusters: facts.flatMap(({ pulsarClusters }) => pulsarClusters),
    kubernetesClusters: facts.flatMap(({ kubernetesClusters }) => kubernetesClusters),
    tenants: facts.flatMap(({ tenants }) => tenants),
    namespaces: facts.flatMap(({ namespaces }) => namespaces),
    ...(others.length === 0 ? {} : { others }),
    topics: [...new Map(facts.flatMap(({ topics }) => topics).map((topic) => [topic.name, topic])).values()],
    members: facts.flatMap(({ members }) => members),
  };
}
