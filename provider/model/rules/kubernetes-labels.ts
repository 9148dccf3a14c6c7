import { argumentPath } from "../argument-path";
import type { PodDefaultsSpec } from "../pod-spec";
import { isKnown } from "../unknown";
import type { CheckedMesh, Finding } from "./rule";

const labelValue = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
const labelKey = /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/** All annotations of an object together. */
const mostAnnotationBytes = 256 * 1024;

/** Keys that are ours, on every object. */
const isReserved = (key: string): boolean =>
  key.startsWith("compute.functionmesh.io/") ||
  /^app\.kubernetes\.io\/(name|instance|component|part-of|managed-by)$/.test(key);

type Texts = Readonly<Record<string, string>>;

/** Labels and annotations, of members and of the defaults. */
export const labelFindings = ({ plan, spec }: CheckedMesh): readonly Finding[] => [
  ...podFindings(spec.defaults?.pod, "defaults.pod"),
  ...plan.members.flatMap((member) => podFindings(member.spec.pod, argumentPath(member.path, "pod"))),
];

function podFindings(pod: PodDefaultsSpec | undefined, path: string): readonly Finding[] {
  if (pod === undefined) return [];
  const [labels, nodeSelector, annotations] = [pod.labels, pod.nodeSelector, pod.annotations].map(knownTexts);
  return [
    ...mapFindings(labels, argumentPath(path, "labels")),
    ...mapFindings(nodeSelector, argumentPath(path, "nodeSelector")),
    ...annotationFindings(annotations, argumentPath(path, "annotations")),
    ...Object.keys(labels ?? {})
      .filter(isReserved)
      .map((key): Finding => ({
        path: argumentPath(path, "labels", key),
        // The operator lets its own be overwritten; there the user's label is set where no selector asks for it.
        inManifests: "warning",
        message: `the label "${key}" is the mesh's own`,
        help: "use another key",
      })),
  ];
}

const knownTexts = (map: Texts | undefined): Texts | undefined => (isKnown(map) ? map : undefined);

const mapFindings = (labels: Texts = {}, path: string): readonly Finding[] =>
  Object.entries(labels).flatMap(([key, value]) => [
    ...keyFindings(key, path, "a label"),
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

function annotationFindings(annotations: Texts = {}, path: string): readonly Finding[] {
  const bytes = Buffer.byteLength(Object.entries(annotations).flat().join(""));
  return [
    ...Object.keys(annotations).flatMap((key) => keyFindings(key, path, "an annotation")),
    ...(bytes <= mostAnnotationBytes
      ? []
      : [{ path, message: `are ${bytes} bytes long`, help: `write at most ${mostAnnotationBytes} bytes in all` }]),
  ];
}

const keyFindings = (key: string, path: string, what: string): readonly Finding[] =>
  // Only the domain of a label has to be in lower case; that of an annotation does not.
  labelKey.test(what === "an annotation" ? key.toLowerCase() : key)
    ? []
    : [
        {
          path: argumentPath(path, key),
          message: `"${key}" is not a key of ${what}`,
          help: "write letters, digits and - _ . with at most one / after a domain",
        },
      ];
