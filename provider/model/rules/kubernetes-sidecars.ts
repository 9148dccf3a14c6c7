import { argumentPath } from "../argument-path";
import type { Container } from "../kubernetes-types";
import type { ImagePullPolicy } from "../member";
import type { MemberPlan } from "../plan";
import { isKnown } from "../unknown";
import { choiceFindings } from "./kubernetes-choices";
import { variableFindings } from "./kubernetes-environment";
import { imageFindings } from "./kubernetes-images";
import { labelNames, portNames } from "./kubernetes-names";
import { probeFindings } from "./kubernetes-probes";
import { requirementFindings } from "./kubernetes-resources";
import { securityFindings } from "./kubernetes-security";
import { mountFindings } from "./kubernetes-volumes";
import { hasLogSidecar } from "./log-sidecar";
import { repeatedNames } from "./repeated-names";
import type { Finding } from "./rule";
import { statedLocations } from "./stated-locations";

interface Placed {
  readonly container: Container;
  readonly path: string;
}

/** The user's own containers in a member's pods. */
export function sidecarFindings(member: MemberPlan): readonly Finding[] {
  const { initContainers, sidecars } = member.spec.pod ?? {};
  if (initContainers === undefined && sidecars === undefined) return [];
  const placed = (list: readonly Container[] | undefined, field: string): readonly Placed[] =>
    (isKnown(list) ? (list ?? []) : []).map((container, index) => ({
      container,
      path: argumentPath(member.path, "pod", field, index),
    }));
  const all = [...placed(initContainers, "initContainers"), ...placed(sidecars, "sidecars")];
  const names = all.map(({ container, path }) => ({ name: container.name, path: argumentPath(path, "name") }));
  const ours = ownContainers(member);
  return [
    ...repeatedNames(names, "a container", (name) => ours.includes(name)),
    ...labelNames(names, "a container"),
    ...all.flatMap((each) => containerFindings(member, each)),
  ];
}

const ownContainers = (member: MemberPlan): readonly string[] => [
  `pulsar-${member.kind}`,
  ...(hasLogSidecar(member) ? ["filebeat"] : []),
  ...(statedLocations(member).length > 0 ? ["downloader", "downloader-permission"] : []),
  ...(member.runtime === "python" ? ["archive"] : []),
];

function containerFindings(member: MemberPlan, { container, path }: Placed): readonly Finding[] {
  if (!isKnown(container)) return [];
  const at = (field: keyof Container): string => argumentPath(path, field);
  const { image, imagePullPolicy, env, volumeMounts, resources, livenessProbe, readinessProbe, startupProbe } =
    container;
  return [
    ...(image === undefined || image === ""
      ? [{ path: at("image"), message: "is missing", help: "state the container's image" }]
      : []),
    ...(image === undefined ? [] : imageFindings([{ name: image, path: at("image") }])),
    ...choiceFindings(imagePullPolicy, at("imagePullPolicy"), pullPolicies),
    ...variableFindings(env, at("env")),
    ...mountFindings(member, isKnown(volumeMounts) ? (volumeMounts ?? []) : [], at("volumeMounts")),
    ...(resources === undefined ? [] : requirementFindings(resources, at("resources"))),
    ...portFindings(container, at("ports")),
    ...securityFindings(container.securityContext, at("securityContext")),
    ...probeFindings(livenessProbe, at("livenessProbe"), true),
    ...probeFindings(readinessProbe, at("readinessProbe"), false),
    ...probeFindings(startupProbe, at("startupProbe"), true),
  ];
}

const pullPolicies: readonly string[] = ["Always", "IfNotPresent", "Never"] satisfies readonly ImagePullPolicy[];

function portFindings({ ports }: Container, path: string): readonly Finding[] {
  const known = isKnown(ports) ? (ports ?? []) : [];
  const names = known.flatMap(({ name }, index) =>
    // To Kubernetes an empty name is none.
    name === undefined || name === "" ? [] : [{ name, path: argumentPath(path, index, "name") }],
  );
  return [
    ...portNames(names),
    ...repeatedNames(names, "a port"),
    ...known.flatMap(({ protocol }, index) =>
      choiceFindings(protocol, argumentPath(path, index, "protocol"), ["TCP", "UDP", "SCTP"]),
    ),
    ...known.flatMap(({ containerPort }, index): readonly Finding[] => {
      if (!isKnown(containerPort) || (containerPort >= 1 && containerPort <= 65_535)) return [];
      const at = argumentPath(path, index, "containerPort");
      return [{ path: at, message: `is ${containerPort}`, help: "write a number from 1 to 65535" }];
    }),
  ];
}
