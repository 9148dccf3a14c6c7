import { accessOf } from "../model/access-of-member";
import type { Container, Probe } from "../model/kubernetes-types";
import { joinedLists } from "../model/merged";
import type { LivenessSpec } from "../model/pod-spec";
import { instanceCommand } from "../model/runtime/instance-command";
import { instanceEnvironment } from "../model/runtime/instance-environment";
import { isKnown } from "../model/unknown";
import { containerEnv } from "./env";
import type { PlaceObjects } from "./place-objects";
import type { PodPart } from "./pod-part";
import type { ReferencedNames } from "./referenced-names";
import { restrictedContainer } from "./restricted-container";

/** The container that runs the instance program. */
export function renderContainer(target: PlaceObjects, names: ReferencedNames, parts: PodPart): Container {
  const { member, place } = target;
  const { grpcPort, metricsPort, scratchDirectory } = instanceEnvironment;
  const { envFrom = [] } = parts;
  return {
    name: `pulsar-${member.kind}`,
    image: member.image,
    ...(member.imagePullPolicy === undefined ? {} : { imagePullPolicy: member.imagePullPolicy }),
    command: instanceCommand({ member, objectName: place.objectName, access: accessOf(target, names) }),
    // A manifest may name files from the image's directory (`-javaagent:lib/agent.jar`), as its instances run there.
    ...(member.origin === undefined ? { workingDir: scratchDirectory } : {}),
    env: containerEnv(target, names, parts),
    ...(envFrom.length === 0 ? {} : { envFrom }),
    ports: [
      { name: "tcp-grpc", containerPort: grpcPort },
      { name: "http-metrics", containerPort: metricsPort },
    ],
    ...probes(target),
    resources: member.resources,
    securityContext: restrictedContainer,
    volumeMounts: joinedLists(parts.mounts, member.spec.volumeMounts),
  };
}

function probes({ member: { pod } }: PlaceObjects): Partial<Container> {
  const livenessProbe = livenessOf(pod.liveness);
  return {
    // Opened after the instance has started. Whether it is attached to its topics only the broker knows.
    readinessProbe: { tcpSocket: { port: instanceEnvironment.metricsPort }, periodSeconds: 1 },
    ...(livenessProbe === undefined ? {} : { livenessProbe }),
    ...(pod.startupProbe === undefined ? {} : { startupProbe: pod.startupProbe }),
  };
}

/** None unless a period says how often to look. */
function livenessOf(liveness: LivenessSpec | undefined): Probe | undefined {
  // A check that is not known as a whole cannot be told from none.
  if (liveness === undefined || !isKnown(liveness)) return undefined;
  const { periodSeconds = 0, ...times } = liveness;
  if (isKnown(periodSeconds) && periodSeconds <= 0) return undefined;
  const httpGet = { path: "/", port: instanceEnvironment.metricsPort };
  return { httpGet, ...times, periodSeconds, timeoutSeconds: periodSeconds };
}
