import { lineFault } from "../../model/line-fault";
import { type Field } from "../resource/field";
import { urlLengthFault } from "../../model/url-length-fault";

/** Roles are the broker's own texts: names of users, subjects of tokens, certificates. What cannot stand in a path is none. */
export const roleCheck: NonNullable<Field["check"]> = (value, path, show) => {
  const fault = typeof value === "string" ? roleFault(value) : "is not a text";
  return fault === undefined ? [] : [{ property: path, reason: `${show(value)} is not a role: it ${fault}.` }];
};

/** Some calls take a role that is too long for a URL, without it in theirs: it could not be taken away again. */
export function roleFault(role: string): string | undefined {
  if (role.trim() === "") return "is empty";
  return lineFault(role) ?? urlLengthFault(role);
}
