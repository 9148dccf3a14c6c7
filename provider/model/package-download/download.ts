import type { PulsarAccess } from "../pulsar-access";

/** A package that is to become a file. */
export interface Download {
  readonly location: string;
  /** Absolute path in the container that downloads it. */
  readonly file: string;
  readonly access: PulsarAccess;
}
