import { argumentPath } from "../../argument-path";
import type { OperatorRule } from "./operator-rule";

/** FM094 */
export const pulsarConfig: OperatorRule = {
  code: "FM094",
  severity: "error",
  inManifests: "error",
  title: "Components of manifests name their Pulsar cluster",
  description:
    "`pulsar.pulsarConfig` names the ConfigMap with the cluster's URLs, and so does `pulsarPackageService.pulsarConfig` where packages come from another cluster.",
  check: ({ path, spec: { pulsar = {}, pulsarPackageService: packages } }) =>
    Object.entries({ pulsar, ...(packages === undefined ? {} : { pulsarPackageService: packages }) })
      .filter(([, cluster]) => cluster.pulsarConfig === undefined)
      .map(([field]) => ({
        path: argumentPath(path, field, "pulsarConfig"),
        message: "is missing",
        help: "state the name of a ConfigMap with the keys `webServiceURL` and `brokerServiceURL`",
      })),
};
