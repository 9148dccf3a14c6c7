import { isKnown } from "../unknown";
import type { Named } from "./repeated-names";
import type { Finding } from "./rule";

const host =
  "(?:[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?)*|\\[[0-9a-fA-F:]+\\])(?::\\d+)?";
const step = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const tag = ":\\w[-.\\w]{0,127}";
const digest = "@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}";
const reference = new RegExp(`^(?:${host}/)?${step}(?:/${step})*(?:${tag})?(?:${digest})?$`);

/** The API server takes any text for an image, and a pod with one that is none never starts. An empty one is no name at all. */
export const imageFindings = (images: readonly Named[]): readonly Finding[] =>
  images
    .filter(({ name }) => name !== "" && isKnown(name) && !reference.test(name))
    .map(({ name, path }) => ({
      path,
      message: `"${name}" is not the name of an image`,
      help: "write <registry>/<repository>:<tag>, the repository in lower case",
    }));
