import { createHash } from "node:crypto";
import { jsonText } from "../../model/json-text";

/** A short text that is another one for each content, however its fields are ordered. */
export const contentHash = (value: unknown): string =>
  createHash("sha256").update(jsonText(value)).digest("hex").slice(0, 16);
