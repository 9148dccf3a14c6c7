import { argumentPath } from "../argument-path";
import type { MemberPlan } from "../plan";

/** A topic or pattern to read, as the arguments state it. */
export interface StatedInput {
  readonly text: string;
  readonly path: string;
  readonly isPattern: boolean;
}

/** Everything a member is to read, by any of the five ways; a connector in place of topics reads none of them. */
export function statedInputs(member: MemberPlan): readonly StatedInput[] {
  const input = member.kind === "source" ? undefined : member.spec.input;
  if (input === undefined) return [];
  const at = (...steps: readonly (string | number)[]): string => argumentPath(member.path, "input", ...steps);
  const keys = (map: "customSerdeSources" | "customSchemaSources"): readonly StatedInput[] =>
    Object.keys(input[map] ?? {}).map((text) => ({ text, path: at(map, text), isPattern: false }));
  return [
    ...(input.topics ?? []).map((text, index) => ({ text, path: at("topics", index), isPattern: false })),
    ...(input.topicPattern === undefined
      ? []
      : [{ text: input.topicPattern, path: at("topicPattern"), isPattern: true }]),
    ...keys("customSerdeSources"),
    ...keys("customSchemaSources"),
    ...Object.entries(input.sourceSpecs ?? {}).map(([text, { isRegexPattern }]) => ({
      text,
      path: at("sourceSpecs", text),
      isPattern: isRegexPattern === true,
    })),
  ];
}
