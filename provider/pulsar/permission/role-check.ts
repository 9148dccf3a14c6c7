import { isPathStep } from "../../model/path-step";
import { type Field } from "../resource/field";

/** Roles are the broker's own texts: names of users, subjects of tokens, certificates. What cannot stand in a path is none. */
export const roleCheck: NonNullable<Field["check"]> = (value, path, show) => {
  const fault = typeof value === "string" ? roleFault(value) : "is not a text";
  return fault === undefined ? [] : [{ property: path, reason: `${show(value)} is not a role: it ${fault}.` }];
};

export function roleFault(role: string): string | undefined {
  if (role.trim() === "") return "is empty";
  if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(role)) return "holds a line break or another character that is not shown";
  return isPathStep(role) ? "is a step in a path, not a name" : undefined;
}
