import { isKnown } from "../unknown";
import type { Finding } from "./rule";

/** A text that is none of those that Kubernetes takes. An empty one counts as none. */
export const choiceFindings = (
  text: string | undefined,
  path: string,
  choices: readonly string[],
): readonly Finding[] =>
  text === undefined || text === "" || !isKnown(text) || choices.includes(text)
    ? []
    : [{ path, message: `"${text}" is not one`, help: `write one of ${choices.join(", ")}` }];
