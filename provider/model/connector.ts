import { imagePath } from "./image-path";
import type { MeshSpec } from "./mesh";
import { isLocated } from "./package-location";
import type { ConnectorPlan } from "./plan";
import type { SinkSpec } from "./sink";
import type { SourceSpec } from "./source";

const builtin = "builtin://";

/** The name after `builtin://`; undefined for a path. */
export const builtinName = (connector: string): string | undefined =>
  connector.startsWith(builtin) ? connector.slice(builtin.length) : undefined;

/** The connectors that the image of a member is said to have. */
export const connectorsOf = (spec: SourceSpec | SinkSpec, mesh: MeshSpec) => ({
  ...mesh.defaults?.runner?.connectors,
  ...spec.runner?.connectors,
});

/** Where a connector is in the image and what its class is; undefined where that is not stated. */
export function resolveConnector(spec: SourceSpec | SinkSpec, mesh: MeshSpec): ConnectorPlan | undefined {
  const name = builtinName(spec.connector);
  if (name === undefined)
    return spec.className === undefined ? undefined : { path: connectorPathOf(spec), className: spec.className };
  const known = connectorsOf(spec, mesh)[name];
  return known === undefined ? undefined : { path: known.path, className: spec.className ?? known.className };
}

/** Where the package of a connector is downloaded to that says nothing else. */
const downloadPath = "/pulsar/download/connector.nar";

/** Where a connector that is not one of the image's own by name is found in the container. */
export const connectorPathOf = ({ connector, connectorPath }: SourceSpec | SinkSpec): string =>
  isLocated(connector) ? imagePath(connectorPath ?? downloadPath) : connector;
