import { argumentPath } from "../argument-path";
import { isKnown } from "../unknown";
import { objectNames } from "./kubernetes-names";
import type { Named } from "./repeated-names";
import type { Finding } from "./rule";

/** A key of a Secret or a ConfigMap, as a reference names it, and where the reference stands. */
export interface KeyReference {
  readonly kind: "Secret" | "ConfigMap";
  readonly name: string | undefined;
  readonly key: string | undefined;
  readonly path: string;
  /** True where the pod starts without what is referred to. */
  readonly isOptional?: boolean;
  /** What the reference calls the two. */
  readonly fields: readonly [name: string, key: string];
}

/** References that can lead nowhere: the API server takes some of them, and the pod then never starts. */
export function keyReferenceFindings(reference: KeyReference): readonly Finding[] {
  const { kind, name, key, path, fields } = reference;
  const [nameAt, keyAt] = fields.map((field) => argumentPath(path, field));
  if (nameAt === undefined || keyAt === undefined) return [];
  const isEmpty = (text: string | undefined): boolean => text === undefined || text === "";
  return [
    ...(isEmpty(name) ? [{ path: nameAt, message: "is empty", help: `state the name of the ${kind}` }] : []),
    ...(name === undefined || name === "" ? [] : nameFindings({ name, path: nameAt }, reference)),
    ...(isEmpty(key) ? [{ path: keyAt, message: "is empty", help: `state a key of the ${kind}` }] : []),
    ...(key === undefined || key === "" ? [] : keyFindings(key, keyAt, kind)),
  ];
}

/** The API server takes any name; what is optional and cannot be there is not waited for. */
const nameFindings = (name: Named, { kind, isOptional }: KeyReference): readonly Finding[] =>
  objectNames([name], `a ${kind}`).map((finding) =>
    isOptional === true ? { ...finding, inManifests: "warning" } : finding,
  );

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
