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
 * Everything that is stated to be read, by any of the five ways; of two for one topic the later one counts, as a whole. Whether it is
 * read says `readsTopics`.
 */
export function statedInputs(member: MemberSpecOfKind & { readonly path: string }): readonly StatedInput[] {
  const input = member.kind === "source" ? undefined : member.spec.input;
  if (input === undefined) return [];
  const { topics = [], topicPattern, customSerdeSources = {}, customSchemaSources = {}, sourceSpecs = {} } = input;
  const base = argumentPath(member.path, "input");
  const inputs: StatedInput[] = [];
  const state = (consumer: ConsumerSpec, text: string, field: string, step?: string | number): void => {
    const path = step === undefined ? argumentPath(base, field) : argumentPath(base, field, step);
    inputs.push({ text, path, isPattern: consumer.isRegexPattern === true, consumer });
  };
  topics.forEach((text, index) => state({}, text, "topics", index));
  if (topicPattern !== undefined) state({ isRegexPattern: true }, topicPattern, "topicPattern");
  for (const [text, serdeClassName] of Object.entries(customSerdeSources)) {
    state({ serdeClassName }, text, "customSerdeSources", text);
  }
  for (const [text, schemaType] of Object.entries(customSchemaSources)) {
    state({ schemaType }, text, "customSchemaSources", text);
  }
  for (const [text, consumer] of Object.entries(sourceSpecs)) state(consumer, text, "sourceSpecs", text);
  return inputs;
}
