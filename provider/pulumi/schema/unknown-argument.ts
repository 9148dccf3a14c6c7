import type { Problem } from "../../model/problem";

export const noSuchArgument = "there is no such argument";

/** True for an argument that the schema does not know, in place of which nothing is left out. */
export const isUnknownArgument = ({ code, message }: Problem): boolean =>
  code === "FM080" && message === noSuchArgument;
