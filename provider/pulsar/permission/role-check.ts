import { lineFault } from "../../model/line-fault";
import { type Field } from "../resource/field";

/** Roles are the broker's own texts: names of users, subjects of tokens, certificates. What cannot stand in a path is none. */
export const roleCheck: NonNullable<Field["check"]> = (value, path, show) => {
  const fault = typeof value === "string" ? roleFault(value) : "is not a text";
  return fault === undefined ? [] : [{ property: path, reason: `${show(value)} is not a role: it ${fault}.` }];
};

export const roleFault = (role: string): string | undefined => (role.trim() === "" ? "is empty" : lineFault(role));
