import { argumentPath } from "../argument-path";
import type { MemberPlan } from "../plan";
import { isKnown } from "../unknown";
import type { Finding } from "./rule";

const labelValue = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
const labelKey = /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/** Keys that are ours, on every object. */
const isReserved = (key: string): boolean =>
  key.startsWith("compute.functionmesh.io/") ||
  /^app\.kubernetes\.io\/(name|instance|component|part-of|managed-by)$/.test(key);

export function labelFindings({ path, spec }: MemberPlan): readonly Finding[] {
  const { labels, nodeSelector } = spec.pod ?? {};
  return [
    ...mapFindings(labels, argumentPath(path, "pod", "labels")),
    ...mapFindings(nodeSelector, argumentPath(path, "pod", "nodeSelector")),
    ...Object.keys(isKnown(labels) ? (labels ?? {}) : {})
      .filter(isReserved)
      .map((key) => ({
        path: argumentPath(path, "pod", "labels", key),
        message: `the label "${key}" is the mesh's own`,
        help: "use another key",
      })),
  ];
}

function mapFindings(labels: Readonly<Record<string, string>> | undefined, path: string): readonly Finding[] {
  if (labels === undefined || !isKnown(labels)) return [];
  return Object.entries(labels).flatMap(([key, value]) => [
    ...(labelKey.test(key)
      ? []
      : [
          {
            path: argumentPath(path, key),
            message: `"${key}" is not a key of a label`,
            help: "write letters, digits and - _ . with at most one / after a domain",
          },
        ]),
    ...(!isKnown(value) || labelValue.test(value)
      ? []
      : [
          {
            path: argumentPath(path, key),
            message: `"${value}" is not a value of a label`,
            help: "write at most 63 letters, digits and - _ . or use an annotation",
          },
        ]),
  ]);
}
