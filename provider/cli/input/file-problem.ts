import type { Problem } from "../../model/problem";
import type { InputDocument } from "./input-document";

/** A problem, and where it is. */
export interface FileProblem extends Problem {
  readonly file: string;
  /** Line of the file that the field stands in, or the nearest that is there above it; absent where no line is meant. */
  readonly line?: number;
  /** The operator's component that it concerns: `function/enrich`. */
  readonly component?: string;
  /** True where the file cannot be read at all: then the call is wrong rather than what the file says. */
  readonly isUnreadable?: true;
}

/** A problem at the line of its field. */
export const placedIn = ({ file, lineOf }: Pick<InputDocument, "file" | "lineOf">, problem: Problem): FileProblem => ({
  ...problem,
  file,
  line: lineOf(problem.path),
});
