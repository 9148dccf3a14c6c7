import type { MeshPlan } from "../plan";
import type { PlanContext } from "../plan-members";
import type { Problem } from "../problem";

/** A mesh as rules see it: its arguments and what was worked out from them. */
export interface CheckedMesh extends PlanContext {
  readonly plan: MeshPlan;
}

type Severity = Problem["severity"];

/** What a rule found; its code and severity come from the rule. */
export interface Finding {
  readonly path: string;
  readonly message: string;
  readonly help: string;
  /** Where it differs from the rule's. */
  readonly severity?: Severity;
  /** The same for operator manifests. */
  readonly inManifests?: Severity;
  /** What to do in operator manifests, where they have no field for what helps in arguments. */
  readonly helpInManifests?: string;
}

/** One rule: one file, one code, one row of the documentation. */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  /** What some of its findings are instead, which the description names. */
  readonly also?: Severity;
  /**
   * What an error becomes in operator manifests. What ran under the operator goes in unchanged, so only what the operator
   * refuses as well, or Kubernetes, stays an error.
   */
  readonly inManifests: Severity;
  /** What must hold, in a few words. */
  readonly title: string;
  /** Why, and what happens otherwise. */
  readonly description: string;
  readonly check: (mesh: CheckedMesh) => readonly Finding[];
}
