import { argumentPath } from "./argument-path";
import type { ConsumerSpec } from "./input-output";
import type { MemberSpecOfKind } from "./keyed-member";

/** A topic or pattern to read, as the arguments state it. */
export interface StatedInput {
  readonly text: string;
  readonly path: string;
  readonly isPattern: boolean;
  readonly consumer: ConsumerSpec;
}

/**
 * Everything a member is to read, by any of the five ways; of two for one topic the later one counts, as a whole. A connector in
 * place of topics reads none of them.
 */
export function statedInputs(member: MemberSpecOfKind & { readonly path: string }): readonly StatedInput[] {
  const input = member.kind === "source" ? undefined : member.spec.input;
  if (input === undefined) return [];
  const stated = (consumer: ConsumerSpec, text: string, ...steps: readonly (string | number)[]): StatedInput => ({
    text,
    path: argumentPath(member.path, "input", ...steps),
    isPattern: consumer.isRegexPattern === true,
    consumer,
  });
  return [
    ...(input.topics ?? []).map((text, index) => stated({}, text, "topics", index)),
    ...(input.topicPattern === undefined ? [] : [stated({ isRegexPattern: true }, input.topicPattern, "topicPattern")]),
    ...Object.entries(input.customSerdeSources ?? {}).map(([text, serdeClassName]) =>
      stated({ serdeClassName }, text, "customSerdeSources", text),
    ),
    ...Object.entries(input.customSchemaSources ?? {}).map(([text, schemaType]) =>
      stated({ schemaType }, text, "customSchemaSources", text),
    ),
    ...Object.entries(input.sourceSpecs ?? {}).map(([text, consumer]) => stated(consumer, text, "sourceSpecs", text)),
  ];
}
