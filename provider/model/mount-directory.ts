import { posix } from "node:path";
import { isKnown } from "./unknown";

/** A directory in one spelling: Kubernetes takes `/keys` and `/keys/` for two, and one then hides what is in the other. */
export const mountDirectory = (path: string): string =>
  isKnown(path) ? posix.normalize(path).replace(/(?<=.)\/$/, "") : path;
