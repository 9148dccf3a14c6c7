/** Words that YAML 1.1 reads as true or false, and what each of them means there. */
const words: Readonly<Record<string, boolean>> = {
  y: true,
  yes: true,
  on: true,
  true: true,
  n: false,
  no: false,
  off: false,
  false: false,
};

/** What to write in place of a word for true or false, which YAML 1.2, and so Pulumi's YAML, reads as a text; undefined for another. */
export function booleanHelp(value: unknown): string | undefined {
  if (typeof value !== "string" || !Object.hasOwn(words, value.toLowerCase())) return undefined;
  const meant = String(words[value.toLowerCase()]);
  return value.toLowerCase() === meant
    ? `write ${meant}, without quotes`
    : `write ${meant}: YAML 1.2 reads ${value} as a text, with quotes and without`;
}
