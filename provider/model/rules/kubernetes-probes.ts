import { argumentPath } from "../argument-path";
import type { Probe } from "../kubernetes-types";
import type { MemberPlan } from "../plan";
import { isKnown } from "../unknown";
import type { Finding } from "./rule";

const handlers = ["exec", "httpGet", "tcpSocket", "grpc"] as const;

const counts = [
  { field: "initialDelaySeconds", least: 0 },
  { field: "periodSeconds", least: 1 },
  { field: "timeoutSeconds", least: 1 },
  { field: "successThreshold", least: 1 },
  { field: "failureThreshold", least: 1 },
] as const satisfies readonly { readonly field: keyof Probe; readonly least: number }[];

/** The probes of the instance's container. */
export function instanceProbeFindings({ path, spec }: MemberPlan): readonly Finding[] {
  const { liveness, startupProbe } = spec.pod ?? {};
  if (liveness === undefined && startupProbe === undefined) return [];
  const at = argumentPath(path, "pod", "liveness");
  // 0 seconds between two looks: no look at all.
  const isLooked = isKnown(liveness) && (liveness?.periodSeconds ?? 0) !== 0;
  return [
    ...(liveness === undefined || !isLooked ? [] : [...countFindings(liveness, at), ...onceFindings(liveness, at)]),
    ...probeFindings(startupProbe, argumentPath(path, "pod", "startupProbe"), true),
  ];
}

/** A probe looks in exactly one way; one that restarts a container is content with one good answer. */
export function probeFindings(probe: Probe | undefined, path: string, restarts: boolean): readonly Finding[] {
  if (probe === undefined || !isKnown(probe)) return [];
  const stated = handlers.filter((handler) => probe[handler] !== undefined);
  return [
    ...(stated.length === 1
      ? []
      : [
          {
            path,
            message:
              stated.length === 0 ? "says not how to look" : `looks in ${stated.length} ways: ${stated.join(", ")}`,
            help: `state exactly one of ${handlers.join(", ")}`,
          },
        ]),
    ...countFindings(probe, path),
    ...(restarts ? onceFindings(probe, path) : []),
  ];
}

const countFindings = (probe: Probe, path: string): readonly Finding[] =>
  counts.flatMap(({ field, least }) => {
    const value = probe[field];
    // Kubernetes takes 0 for its own default.
    if (value === undefined || value === 0 || !isKnown(value) || value >= least) return [];
    return [{ path: argumentPath(path, field), message: `is ${value}`, help: `write ${least} or more` }];
  });

function onceFindings({ successThreshold }: Probe, path: string): readonly Finding[] {
  if (successThreshold === undefined || !isKnown(successThreshold) || successThreshold <= 1) return [];
  const at = argumentPath(path, "successThreshold");
  return [{ path: at, message: `is ${successThreshold}`, help: "write 1, which is all Kubernetes takes here" }];
}
