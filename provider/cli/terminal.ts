import type { PackageSchema } from "../pulumi/schema/package-schema";

/** What a command reads and where it writes; tests give their own. */
export interface Terminal {
  /** The result: what other programs read. */
  readonly out: (text: string) => void;
  /** What is for people only: warnings, errors of usage. */
  readonly err: (text: string) => void;
  /** The text of a file; `-` is standard input. Throws UnreadableFile. */
  readonly read: (file: string) => string;
  /** The schema of the arguments. */
  readonly schema: () => PackageSchema;
}
