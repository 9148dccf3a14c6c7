// Validates and renders a mesh of 10,000 members and 20,000 edges, once: nobody renders it twice.
import { renderPlan } from "../../provider/kubernetes/render-plan";
import type { MeshSpec } from "../../provider/model/mesh";
import { planMesh } from "../../provider/model/plan-mesh";
import { largeMesh } from "./large-mesh";

// Arguments come as data, whichever way they come.
const spec: MeshSpec = JSON.parse(JSON.stringify(largeMesh(10_000)));
const start = process.hrtime.bigint();
const { plan, problems } = planMesh("bench", spec);
const planned = process.hrtime.bigint();
const objects = renderPlan(plan, () => undefined);
const end = process.hrtime.bigint();

const errors = problems.filter(({ severity }) => severity === "error");
if (errors.length > 0) throw new Error(`the mesh has ${errors.length} errors: ${JSON.stringify(errors[0])}`);
const figures = {
  members: plan.members.length,
  edges: plan.members.reduce((total, { reads, writes }) => total + reads.length + (writes === undefined ? 0 : 1), 0),
  objects: objects.length,
  seconds: secondsBetween(start, end),
  peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
};
console.log(`validated in ${secondsBetween(start, planned)} s, rendered in ${secondsBetween(planned, end)} s`);
console.log(JSON.stringify(figures));

function secondsBetween(from: bigint, to: bigint): number {
  return Math.round(Number(to - from) / 1e6) / 1000;
}
