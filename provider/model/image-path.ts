import { isKnown } from "./unknown";

/** Where Pulsar's images and those laid out like them have Pulsar; relative paths start here, as in these images themselves. */
const pulsarHome = "/pulsar";

/** A path in an image, absolute: instances do not run in the directory that the image's authors thought of. */
export const imagePath = (path: string): string =>
  !isKnown(path) || path === "" || path.startsWith("/") || path.includes("://")
    ? path
    : `${pulsarHome}/${path.replace(/^(\.\/)+/, "")}`;
