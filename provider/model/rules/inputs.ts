import { argumentPath } from "../argument-path";
import { readsTopics } from "../reads-topics";
import type { Rule } from "./rule";
import { statedInputs } from "../stated-inputs";

/** FM015 */
export const inputs: Rule = {
  code: "FM015",
  severity: "error",
  inManifests: "error",
  title: "A function or sink reads something",
  description:
    "At least one topic is stated by `input.topics`, `input.topicPattern` or a key of one of the maps of `input`. Only a function with a `source` reads no topic.",
  check: ({ plan }) =>
    plan.members
      .filter((member) => readsTopics(member) && statedInputs(member).length === 0)
      .map(({ path }) => ({
        path: argumentPath(path, "input"),
        message: "names no topic",
        help: "state at least one in `input.topics`, or a pattern in `input.topicPattern`",
      })),
};
