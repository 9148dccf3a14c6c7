import { renderPlan } from "../../provider/kubernetes/render-plan";
import { planMesh } from "../../provider/model/plan-mesh";
import { largeMesh } from "./large-mesh";

/** What a large mesh costs to check and render, in a process that has done nothing else. */
export interface RenderFigures {
  readonly members: number;
  readonly edges: number;
  readonly objects: number;
  readonly seconds: number;
  readonly peakMb: number;
}

/** Validates and renders a mesh of 10,000 members and 20,000 edges, once: nobody renders it twice. */
export function benchRender(members = 10_000): RenderFigures {
  const spec = largeMesh(members);
  const start = process.hrtime.bigint();
  const { plan, problems } = planMesh("bench", spec);
  const planned = process.hrtime.bigint();
  const objects = renderPlan(plan, () => undefined);
  const end = process.hrtime.bigint();
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(`the mesh has ${errors.length} errors: ${JSON.stringify(errors[0])}`);
  console.log(`validated in ${secondsBetween(start, planned)} s, rendered in ${secondsBetween(planned, end)} s`);
  return {
    members: plan.members.length,
    edges: plan.members.reduce((total, { reads, writes }) => total + reads.length + (writes === undefined ? 0 : 1), 0),
    objects: objects.length,
    seconds: secondsBetween(start, end),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

const secondsBetween = (start: bigint, end: bigint): number => Math.round(Number(end - start) / 1e6) / 1000;
