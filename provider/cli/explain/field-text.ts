/** What a docstring says, in the parts it was written in. */
export interface FieldText {
  readonly text: string;
  readonly byDefault?: string;
  readonly example?: string;
}

const fenced = /\n\n```\n([\s\S]*)\n```$/;
const inline = /(?:^|\s)For example `([^`]*)`\.$/;
const fallback = /(?:^|\s)Defaults to ((?:(?!Defaults to )[\s\S])*)\.$/;

/** Takes a description of the schema apart: the generator appends the default, then the example. */
export function fieldText(description: string): FieldText {
  const example = fenced.exec(description) ?? inline.exec(description);
  const rest = example === null ? description : description.slice(0, example.index);
  const byDefault = fallback.exec(rest);
  return {
    text: (byDefault === null ? rest : rest.slice(0, byDefault.index)).trim(),
    ...(byDefault?.[1] === undefined ? {} : { byDefault: byDefault[1] }),
    ...(example?.[1] === undefined ? {} : { example: example[1] }),
  };
}

/** The first sentence, for lists of fields. */
export const firstSentence = (text: string): string => /^[\s\S]*?[.?!](?=\s|$)/.exec(text)?.[0] ?? text;

/** The docstring of a part of the schema. */
export const descriptionOf = (part: object): string =>
  "description" in part && typeof part.description === "string" ? part.description : "";
