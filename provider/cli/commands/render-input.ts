import { renderPlan } from "../../kubernetes/render-plan";
import type { MemberPlan, MeshPlan } from "../../model/plan";
import { memberCode } from "../../pulumi/components/member-code";
import type { FileProblem } from "../input/file-problem";
import { fillPlaceholders, missingProblems } from "../input/fill-placeholders";
import { type InputOptions, planInput, type PlannedPart } from "../input/plan-input";
import { errorsOf } from "../output/problem-data";
import { pulsarEntries } from "../output/pulsar-entries";
import type { Terminal } from "../terminal";
import { unknownCluster } from "./unknown-cluster";

/** What files come to. */
export interface RenderedInput {
  readonly objects: readonly unknown[];
  /** What is to be done in Pulsar besides. */
  readonly pulsar: readonly unknown[];
  /** With an error among them, the objects are not to be used. */
  readonly problems: readonly FileProblem[];
}

export interface RenderInputOptions extends InputOptions {
  /** The entry of `kubernetes` to render; @default all */
  readonly cluster?: string;
}

/** Renders some files, or one Kubernetes cluster of what they say. */
export function renderInput(
  files: readonly string[],
  terminal: Pick<Terminal, "read" | "schema">,
  options: RenderInputOptions = {},
): RenderedInput {
  const { cluster } = options;
  const { parts, cleanups, problems: found } = planInput(files, terminal, options);
  const problems = [...found, ...(cluster === undefined ? [] : unknownCluster(cluster, parts))];
  if (errorsOf(problems).length > 0) return { objects: [], pulsar: [], problems };
  const rendered = parts.map((part) => renderPart(part, cluster));
  return {
    objects: rendered.flatMap(({ objects }) => objects),
    pulsar: [...rendered.flatMap(({ pulsar }) => pulsar), ...cleanups],
    problems: [...problems, ...rendered.flatMap((each) => each.problems)],
  };
}

function renderPart(
  { placed, plan, leaves, isFromManifests }: PlannedPart,
  cluster: string | undefined,
): RenderedInput {
  const codes = new Map(plan.members.map((member) => [member.path, memberCode(member)]));
  const unreadable = [...codes.values()].filter((code) => typeof code === "object");
  const objects = renderPlan(inCluster(plan, cluster), (member) => textOf(codes.get(member.path)));
  // Nothing of a manifest is a placeholder.
  if (isFromManifests) return { objects, pulsar: [], problems: [] };
  const filled = fillPlaceholders(objects, leaves);
  return {
    objects: listOf(filled.value),
    pulsar: listOf(fillPlaceholders(pulsarEntries(plan), leaves).value),
    problems: [...unreadable, ...missingProblems(filled.missing)].map(placed),
  };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const textOf = (code: ReturnType<typeof memberCode>): string | undefined =>
  typeof code === "string" ? code : undefined;

function inCluster(plan: MeshPlan, cluster: string | undefined): MeshPlan {
  if (cluster === undefined) return plan;
  const members = plan.members.map((member): MemberPlan => {
    const places = member.places.filter((place) => place.cluster === cluster);
    return { ...member, places };
  });
  return { ...plan, members, kubernetesClusters: plan.kubernetesClusters.filter(({ key }) => key === cluster) };
}
