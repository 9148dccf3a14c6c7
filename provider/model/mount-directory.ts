import { isKnown } from "./unknown";

/** A directory in one spelling: Kubernetes takes `/keys` and `/keys/` for two, and one then hides what is in the other. */
export const mountDirectory = (path: string): string =>
  isKnown(path) ? `${path}/`.replace(/\/(\.?\/)+/g, "/").replace(/(?<=.)\/$/, "") : path;
