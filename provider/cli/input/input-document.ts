/** A document of an input file. */
export interface InputDocument {
  readonly file: string;
  /** Line of the file that it begins in. */
  readonly line: number;
  readonly value: unknown;
}
