import { placeholder, splitAtPlaceholders, type TextForm } from "./unknown";

/** Forms in which a text stands inside another one. */
export const textForms: Readonly<Record<TextForm, (text: string) => string>> = {
  // Between the quotes of JSON.
  json: (text) => JSON.stringify(text).slice(1, -1),
  // One line. JSON, which most such texts are, means the same with a space in place of a line break.
  line: (text) => text.replace(/^[\r\n]+|[\r\n]+$/g, "").replace(/\s*[\r\n]\s*/g, " "),
  // The value of a key in a configuration file of Python's, where a percent sign begins a reference to another value.
  ini: (text) => textForms.line(text).replaceAll("%", "%%"),
};

/** A text in a form; what is not known yet, or secret, gets the form when its value takes its place. */
export const formedText = (text: string, form: TextForm): string =>
  splitAtPlaceholders(text)
    .map((piece) => (typeof piece === "string" ? textForms[form](piece) : placeholder(piece.kind, piece.index, form)))
    .join("");
