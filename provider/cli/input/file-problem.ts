import type { Problem } from "../../model/problem";

/** A problem, and where it is. */
export interface FileProblem extends Problem {
  readonly file: string;
  /** Line that its document begins in, where the file holds several. */
  readonly line?: number;
  /** The operator's component that it concerns: `function/enrich`. */
  readonly component?: string;
}
