import { type Backend, isInUse } from "./convert/backends";
import { backendFieldsWithoutEffect } from "./fields-without-effect";
import { type ManifestProblem, manifestProblem } from "./manifest-problem";
import { shapeProblems } from "./read-components";
import type { OperatorDocument } from "./read-documents";
import { readMetadata } from "./read-metadata";
import { manifestEffects, withoutEffect } from "./rules/manifest-effects";
import { manifestFields } from "./rules/manifest-form";
import { backendShape } from "./shape/component-shapes";
import { readShape } from "./shape/read-shape";

/** A BackendConfig and the document it is in. */
export interface ReadBackend extends Backend {
  readonly document: number;
}

export interface ReadBackends {
  readonly backends: readonly ReadBackend[];
  readonly problems: readonly ManifestProblem[];
}

export function readBackend(manifest: OperatorDocument, defaultNamespace: string): ReadBackends {
  const { document } = manifest;
  const { metadata, problems } = readMetadata(manifest, defaultNamespace);
  const { value: spec = {}, faults } = readShape(backendShape, manifest.spec, { path: "spec", isStrict: false });
  const backend = { name: metadata.name, kubernetesNamespace: metadata.kubernetesNamespace, spec, document };
  const unread = backendFieldsWithoutEffect.flatMap((row) => withoutEffect(spec, "spec", row));
  return {
    backends: [backend],
    problems: [
      ...problems,
      ...shapeProblems(faults, { document }),
      ...unread.map((finding) => manifestProblem(manifestEffects, finding, { document })),
      ...(isInUse(backend) ? [] : [unused(document)]),
    ],
  };
}

const unused = (document: number): ManifestProblem =>
  manifestProblem(
    manifestFields,
    {
      path: "metadata.name",
      message: "is not a name that the operator looks for, and the document is left out",
      help: "call it backend-config for its Kubernetes namespace, or global-backend-config in `default` for all",
    },
    { document },
  );
