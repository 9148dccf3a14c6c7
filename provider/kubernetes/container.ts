import type { Container, SecurityContext } from "../model/kubernetes-types";
import { instanceCommand } from "../model/runtime/instance-command";
import { instanceEnvironment } from "../model/runtime/instance-environment";
import { containerEnv } from "./env";
import { connectionOfPlace, type PlaceObjects } from "./place-objects";
import type { ReferencedNames } from "./referenced-names";
import { containerMounts } from "./volumes";

/** What Pod Security "restricted" asks of a container. */
const securityContext: SecurityContext = { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } };

/** The container that runs the instance program. */
export function renderContainer(target: PlaceObjects, names: ReferencedNames): Container {
  const { member, place } = target;
  const { grpcPort, metricsPort, scratchDirectory } = instanceEnvironment;
  return {
    name: `pulsar-${member.kind}`,
    image: member.image,
    ...(member.imagePullPolicy === undefined ? {} : { imagePullPolicy: member.imagePullPolicy }),
    command: instanceCommand({ member, objectName: place.objectName, connection: connectionOfPlace(target) }),
    workingDir: scratchDirectory,
    env: containerEnv(target, names),
    ports: [
      { name: "tcp-grpc", containerPort: grpcPort },
      { name: "http-metrics", containerPort: metricsPort },
    ],
    // Opened after the instance has started. Whether it is attached to its topics only the broker knows.
    readinessProbe: { tcpSocket: { port: metricsPort }, periodSeconds: 1 },
    resources: member.resources,
    securityContext,
    volumeMounts: containerMounts(target, names),
  };
}
