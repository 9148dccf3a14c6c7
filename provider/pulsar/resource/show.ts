/** Says what a value is, for messages. */
export type Show = (value: unknown) => string;

export const shown: Show = (value) => JSON.stringify(value) ?? "nothing";

/** Of a secret only its kind is told: `a secret text`. */
export const shownSecret: Show = (value) => {
  if (value === undefined || value === null) return "nothing";
  return `a secret ${Array.isArray(value) ? "list" : typeof value === "string" ? "text" : typeof value}`;
};

/** How the value of an argument is shown, when the program marked those of `secrets` secret. */
export const showOf = (name: string, secrets: ReadonlySet<string> | undefined): Show =>
  secrets?.has(name) === true ? shownSecret : shown;
