/** What a step of `npm run check` came to. */
export type StepResult =
  | { readonly kind: "passed" }
  | { readonly kind: "failed"; readonly report: string }
  | { readonly kind: "skipped"; readonly reason: string };

export interface Step {
  readonly name: string;
  readonly run: () => Promise<StepResult>;
}

/** Passed when there is nothing to report. */
export const resultOf = (lines: readonly string[]): StepResult =>
  lines.length === 0 ? { kind: "passed" } : { kind: "failed", report: lines.join("\n") };
