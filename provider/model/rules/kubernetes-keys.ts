import { argumentPath } from "../argument-path";
import { isKnown } from "../unknown";
import { objectNames } from "./kubernetes-names";
import type { Finding } from "./rule";

/** A key of a Secret or a ConfigMap, as a reference names it, and where the reference stands. */
export interface KeyReference {
  readonly kind: "Secret" | "ConfigMap";
  readonly name: string | undefined;
  readonly key: string | undefined;
  readonly path: string;
  /** What the reference calls the two. */
  readonly fields: readonly [name: string, key: string];
}

/** References that can lead nowhere: the API server takes some of them, and the pod then never starts. */
export function keyReferenceFindings({ kind, name, key, path, fields }: KeyReference): readonly Finding[] {
  const [nameAt, keyAt] = fields.map((field) => argumentPath(path, field));
  if (nameAt === undefined || keyAt === undefined) return [];
  const isEmpty = (text: string | undefined): boolean => text === undefined || text === "";
  return [
    ...(isEmpty(name) ? [{ path: nameAt, message: "is empty", help: `state the name of the ${kind}` }] : []),
    ...(name === undefined || name === "" ? [] : objectNames([{ name, path: nameAt }], `a ${kind}`)),
    ...(isEmpty(key) ? [{ path: keyAt, message: "is empty", help: `state a key of the ${kind}` }] : []),
    ...(key === undefined || key === "" ? [] : keyFindings(key, keyAt, kind)),
  ];
}

/** A text that cannot be a key of a Secret or a ConfigMap. */
export const keyFindings = (text: string, path: string, kind: KeyReference["kind"]): readonly Finding[] =>
  !isKnown(text) || /^(?!\.\.?$)(?!\.\.)[-._a-zA-Z0-9]{1,253}$/.test(text)
    ? []
    : [
        {
          path,
          message: `"${text}" is not a key of a Kubernetes ${kind}`,
          help: "write letters, digits and - _ .",
        },
      ];
