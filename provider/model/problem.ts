/** Something wrong with a mesh, as data; `code` is the rule's (docs/rules.md). */
export interface Problem {
  readonly code: string;
  readonly severity: "error" | "warning";
  /** The argument as the user typed it: `functions.enrich.output.topic`. */
  readonly path: string;
  /** What is wrong, with the value. One sentence, without a full stop. */
  readonly message: string;
  /** What to write instead. One sentence, without a full stop. */
  readonly help: string;
}

/** The sentence a user reads. */
export const problemText = (problem: Omit<Problem, "severity">): string =>
  `${problem.code} ${problem.path}: ${problem.message}. ${ended(capitalised(problem.help))}`;

/** A help that asks ends as a question does. */
const ended = (text: string): string => (text.endsWith("?") ? text : `${text}.`);

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
