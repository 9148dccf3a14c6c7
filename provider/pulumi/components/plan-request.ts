import type { MeshPlan } from "../../model/plan";
import type { PlannedMesh } from "../../model/plan-mesh";
import { knownArguments } from "../schema/known-arguments";
import type { ReadArguments } from "../schema/read-arguments";

/** A mesh in two views, which are one where nothing in it is computed by other resources. */
export interface MeshPlans {
  /** Which resources there are, and what they are called: the same at preview and at update. */
  readonly plan: MeshPlan;
  /** The same with all names that are known by now: what is wrong, and what waits for what, follows from these. */
  readonly known: MeshPlan;
}

export interface PlannedRequest extends MeshPlans {
  readonly problems: PlannedMesh["problems"];
}

/** Plans the arguments of a component, and once more with what other resources computed already. */
export function planRequest(
  given: ReadArguments,
  planned: (values: ReadArguments["values"]) => PlannedMesh,
): PlannedRequest {
  const { plan, problems } = planned(given.values);
  const values = knownArguments(given);
  if (values === undefined) return { plan, known: plan, problems };
  const settled = planned(values);
  return { plan, known: settled.plan, problems: settled.problems };
}
