import { isPulsarName } from "../../model/topic-name";
import { type Field } from "../resource/field";

/** A full name of a namespace, as an argument. */
export const namespaceCheck: NonNullable<Field["check"]> = (value, path, show) => {
  const parts = typeof value === "string" ? value.split("/") : [];
  return parts.length === 2 && parts.every(isPulsarName)
    ? []
    : [{ property: path, reason: `${show(value)} is not the name of a namespace: write tenant/namespace.` }];
};
