import { lineFault } from "../../model/line-fault";
import { type Field } from "../resource/field";

/** Roles are the broker's own texts: names of users, subjects of tokens, certificates. What cannot stand in a path is none. */
export const roleCheck: NonNullable<Field["check"]> = (value, path, show) => {
  const fault = typeof value === "string" ? roleFault(value) : "is not a text";
  return fault === undefined ? [] : [{ property: path, reason: `${show(value)} is not a role: it ${fault}.` }];
};

/** A broker takes 8 KiB of URL and headers. Some calls take a role without it in the URL: it could not be taken away again. */
const longestInUrl = 2048;

export function roleFault(role: string): string | undefined {
  if (role.trim() === "") return "is empty";
  return lineFault(role) ?? (encodeURIComponent(role).length > longestInUrl ? "is too long for a URL" : undefined);
}
