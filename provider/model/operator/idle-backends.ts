import type { Component } from "./component";
import { isOfNamespace } from "./convert/backends";
import { type ManifestProblem, manifestProblem } from "./manifest-problem";
import type { ReadBackend } from "./read-backends";
import { manifestFields } from "./rules/manifest-form";

/** A warning for each BackendConfig whose Kubernetes namespace none of the components is in: mostly one of them states none. */
export function idleBackends(
  backends: readonly ReadBackend[],
  components: readonly Component[],
): readonly ManifestProblem[] {
  const inhabited = new Set(components.map(({ kubernetesNamespace }) => kubernetesNamespace));
  return backends
    .filter((backend) => isOfNamespace(backend) && !inhabited.has(backend.kubernetesNamespace))
    .map(({ kubernetesNamespace, document }) =>
      manifestProblem(
        manifestFields,
        {
          path: "metadata.namespace",
          message: `"${kubernetesNamespace}" holds no component of these manifests, so nothing uses the document`,
          help: namespaceHelp(inhabited),
        },
        { document },
      ),
    );
}

const namespaceHelp = (inhabited: ReadonlySet<string>): string =>
  inhabited.size === 0
    ? "give it together with the components that it is for"
    : `the components are in ${[...inhabited].sort().join(", ")}: correct it there or here, or say where manifests go that name no namespace (\`--namespace\`, in a program \`kubernetes.<key>.namespace\`)`;
