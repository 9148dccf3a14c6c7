import { argumentPath } from "../argument-path";
import type { EnvVarSource } from "../kubernetes-types";
import { isKnown } from "../unknown";
import { keyReferenceFindings } from "./kubernetes-keys";
import type { Finding } from "./rule";

/** Where a variable's value comes from: one source, and in it one key. */
export function variableSourceFindings(source: EnvVarSource | undefined, path: string): readonly Finding[] {
  if (source === undefined || !isKnown(source)) return [];
  const stated = Object.entries(source)
    .flatMap(([field, value]) => (value === undefined ? [] : [field]))
    .sort();
  const message = stated.length === 0 ? "names no source" : `names ${stated.length} sources: ${stated.join(", ")}`;
  const help = "state exactly one, such as secretKeyRef or fieldRef";
  return [
    ...(stated.length === 1 ? [] : [{ path, message, help }]),
    ...referenceFindings(source, path, "secretKeyRef"),
    ...referenceFindings(source, path, "configMapKeyRef"),
  ];
}

const kinds = { secretKeyRef: "Secret", configMapKeyRef: "ConfigMap" } as const;

function referenceFindings(source: EnvVarSource, path: string, field: keyof typeof kinds): readonly Finding[] {
  const reference = source[field];
  if (reference === undefined || !isKnown(reference)) return [];
  const { name, key, optional } = reference;
  const at = argumentPath(path, field);
  const isOptional = optional === true;
  return keyReferenceFindings({ kind: kinds[field], name, key, path: at, isOptional, fields: ["name", "key"] });
}
