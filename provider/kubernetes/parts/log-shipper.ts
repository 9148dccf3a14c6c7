import { shipperAccessOf } from "../../model/access-of-member";
import type { Container, EnvVar } from "../../model/kubernetes-types";
import { literalArgument } from "../../model/literal-argument";
import { joinedLists } from "../../model/merged";
import { hasLogSidecar } from "../../model/rules/log-sidecar";
import { isKnown } from "../../model/unknown";
import { logFiles } from "../log-files";
import type { PlaceObjects } from "../place-objects";
import type { PodPart } from "../pod-part";
import type { ReferencedNames } from "../referenced-names";
import { restrictedContainer } from "../restricted-container";
import { shipperVariables } from "../shipper-variables";

const defaultImage = "streamnative/filebeat:v0.6.0";

/** The user that this image is made for. */
const shipperUser = 1000;

/** A container that publishes the lines of the instance's log files to the log topic. */
export function logShipperPart(target: PlaceObjects, names: ReferencedNames): PodPart {
  const { member } = target;
  if (!hasLogSidecar(member)) return {};
  const access = shipperAccessOf(target, names);
  const files = logFiles(member);
  const { envFrom } = access;
  const container: Container = {
    name: "filebeat",
    image: member.spec.filebeatImage ?? defaultImage,
    ...(member.imagePullPolicy === undefined ? {} : { imagePullPolicy: member.imagePullPolicy }),
    env: joinedLists(topicEnv(target), access.env, shipperVariables(access, names), usersEnv(target)),
    ...(envFrom.length === 0 ? {} : { envFrom }),
    // Scaling by the share of what is requested needs a request of every container.
    resources: { requests: { cpu: "20m", memory: "64Mi" } },
    securityContext: { ...restrictedContainer, runAsUser: shipperUser },
    volumeMounts: joinedLists(files.mounts, access.mounts, member.spec.volumeMounts),
  };
  return { sidecars: [container], volumes: joinedLists(files.volumes, access.volumes) };
}

const topicVariable = "logTopic";

/** The instance's variables are settings of the shipper's as well, but for the topic, which has an argument. */
const usersEnv = ({ member: { pod } }: PlaceObjects): readonly EnvVar[] | undefined =>
  isKnown(pod.env) ? pod.env?.filter(({ name }) => name !== topicVariable) : pod.env;

const topicEnv = ({ member }: PlaceObjects): readonly EnvVar[] => [
  { name: topicVariable, value: literalArgument(member.logTopic?.name ?? member.spec.logTopic ?? "") },
  { name: "POD_NAME", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
];
