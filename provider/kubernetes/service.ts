import { instanceEnvironment } from "../model/runtime/instance-environment";
import { selectorLabels, unawaitedMetadata } from "./labels";
import type { Service } from "./manifest";
import type { PlaceObjects } from "./place-objects";

/** The headless Service that gives each pod a name and monitoring its targets. */
export const renderService = (target: PlaceObjects): Service => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: unawaitedMetadata(target, target.place.serviceName),
  spec: {
    clusterIP: "None",
    selector: selectorLabels(target),
    ports: [
      { name: "tcp-grpc", port: instanceEnvironment.grpcPort },
      { name: "http-metrics", port: instanceEnvironment.metricsPort },
    ],
  },
});
