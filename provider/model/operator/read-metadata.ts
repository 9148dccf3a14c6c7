import { type ManifestProblem, manifestProblem } from "./manifest-problem";
import type { OperatorDocument } from "./read-documents";
import { manifestForm, manifestNames } from "./rules/manifest-form";
import { readShape } from "./shape/read-shape";
import { free, map, object, text } from "./shape/shape";

/** What is looked at of a document's metadata. */
export interface Metadata {
  readonly name: string;
  readonly kubernetesNamespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface ReadMetadata {
  readonly metadata: Metadata;
  readonly problems: readonly ManifestProblem[];
}

const metadataShape = object({ name: text, namespace: text, labels: map(text), annotations: map(text) });

export function readMetadata({ metadata, document }: OperatorDocument, defaultNamespace: string): ReadMetadata {
  const place = { path: "metadata", isStrict: false };
  const whole = readShape(free, metadata, place);
  const { value = {}, faults } = readShape(metadataShape, whole.value ?? {}, place);
  const { name = "", namespace = defaultNamespace, labels = {}, annotations = {} } = value;
  // A manifest that was read back from a cluster has many more fields.
  const wrong = [...whole.faults, ...faults].filter(({ kind }) => kind === "wrong");
  const missing = { path: "metadata.name", message: "is missing", help: "give it a name" };
  return {
    metadata: { name, kubernetesNamespace: namespace, labels, annotations },
    problems: [
      ...wrong.map((fault) => manifestProblem(manifestForm, fault, { document })),
      ...(name === "" ? [manifestProblem(manifestNames, missing, { document })] : []),
    ],
  };
}
