import type { ManifestOrigin } from "../../manifest-origin";
import type { Component } from "../component";
import { stated } from "../stated";
import { convertCleanup, convertPulsar } from "./pulsar-references";

/** What of a component is a reference to something that exists, or the operator's own. */
export const convertOrigin = ({ componentName, kind, spec }: Component): ManifestOrigin =>
  stated({
    componentName,
    pulsar: convertPulsar(spec.pulsar),
    packages: spec.pulsarPackageService === undefined ? undefined : convertPulsar(spec.pulsarPackageService),
    cleanup: convertCleanup(spec.pulsar),
    clusterName: spec.clusterName ?? "kubernetes",
    builtinConnector: kind === "source" ? spec.sourceType : kind === "sink" ? spec.sinkType : undefined,
  });
