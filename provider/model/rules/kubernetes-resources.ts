import { argumentPath } from "../argument-path";
import type { ResourceRequirements } from "../kubernetes-types";
import type { MemberPlan } from "../plan";
import { readQuantity } from "../quantity";
import { isKnown } from "../unknown";
import type { CheckedMesh, Finding } from "./rule";

const none: readonly Finding[] = [];

/** Requests and limits that a member states. In manifests each component is told of what it has from a BackendConfig. */
export function resourceFindings(member: MemberPlan, { spec }: CheckedMesh): readonly Finding[] {
  if (takesDefault(member) && spec.defaults?.resources !== undefined) return none;
  const path = argumentPath(member.path, "resources");
  return [...requirementFindings(member.resources, path), ...memoryFindings(member, path)];
}

/** Requests and limits of `defaults`, told once however many members have them. */
export function sharedResourceFindings({ spec, plan }: CheckedMesh): readonly Finding[] {
  const member = plan.members.find(takesDefault);
  if (member === undefined || spec.defaults?.resources === undefined) return none;
  const path = "defaults.resources";
  return [...requirementFindings(member.resources, path), ...memoryFindings(member, path)];
}

const takesDefault = ({ spec, origin }: MemberPlan): boolean => spec.resources === undefined && origin === undefined;

/** What nothing was wrong with: the requirements of `defaults` are those of most members. */
const sound = new WeakSet<ResourceRequirements>();

/** Requests and limits of any container. */
export function requirementFindings(resources: ResourceRequirements, path: string): readonly Finding[] {
  if (!isKnown(resources) || sound.has(resources)) return none;
  const findings = allFindings(resources, path);
  if (findings.length === 0) sound.add(resources);
  return findings;
}

function allFindings(resources: ResourceRequirements, path: string): readonly Finding[] {
  const { requests, limits } = resources;
  const at = (...steps: readonly string[]): string => argumentPath(path, ...steps);
  return [
    ...quantityFindings(requests, at("requests")),
    ...quantityFindings(limits, at("limits")),
    ...nameFindings(requests, at("requests")),
    ...nameFindings(limits, at("limits")),
    ...Object.entries(isKnown(requests) ? (requests ?? {}) : {}).flatMap(([name, request]): readonly Finding[] => {
      const limit = isKnown(limits) ? limits?.[name] : undefined;
      if (limit === undefined || !isKnown(limit) || !isKnown(request)) return [];
      if ((readQuantity(request) ?? 0) <= (readQuantity(limit) ?? Infinity)) return [];
      return [
        {
          path: at("requests", name),
          message: `${request} is more than the limit ${limit}`,
          help: "raise the limit or lower the request",
        },
      ];
    }),
    ...wholeFindings(resources, path),
    ...byteFindings(requests, at("requests")),
    ...byteFindings(limits, at("limits")),
  ];
}

/** `m` is a thousandth: of memory, parts of a byte. The API server takes it with a warning, and nothing runs in it. */
function byteFindings(quantities: Quantities, path: string): readonly Finding[] {
  if (quantities === undefined || !isKnown(quantities)) return none;
  return Object.entries(quantities)
    .filter(([name, text]) => /^(memory|ephemeral-storage)$/.test(name) && isKnown(text) && /\dm$/.test(text))
    .map(([name, text]) => ({
      path: argumentPath(path, name),
      inManifests: "warning",
      message: `"${text}" is thousandths of a byte`,
      help: `did you mean "${text.slice(0, -1)}Mi"?`,
    }));
}

type Quantities = Readonly<Record<string, string>> | undefined;

function quantityFindings(quantities: Quantities, path: string): readonly Finding[] {
  if (quantities === undefined || !isKnown(quantities)) return none;
  return Object.entries(quantities)
    .filter(([, text]) => isKnown(text) && (readQuantity(text) ?? -1) < 0)
    .map(([name, text]) => ({
      path: argumentPath(path, name),
      message: `"${text}" is not a quantity`,
      help: 'write a number with a unit of Kubernetes, such as "500m" or "1Gi"',
    }));
}

/** Containers ask for a few things by plain names; everything else is named with the domain of who offers it. */
const nameFindings = (quantities: Quantities, path: string): readonly Finding[] =>
  Object.keys(isKnown(quantities) ? (quantities ?? {}) : {})
    .filter((name) => !/^(cpu|memory|ephemeral-storage|hugepages-.+|.+\/.+)$/.test(name))
    .map((name) => ({
      path: argumentPath(path, name),
      // The operator takes `storage` and tells it to the instance.
      inManifests: "warning",
      message: `"${name}" is not what a container can ask for`,
      help: "write cpu, memory or ephemeral-storage, or <domain>/<name>",
    }));

/** What cannot be shared out is counted in whole pieces, and a container gets as much as it may use: hugepages, and devices. */
function wholeFindings({ requests, limits }: ResourceRequirements, path: string): readonly Finding[] {
  if (!isKnown(requests) || !isKnown(limits)) return [];
  const findings = (side: "requests" | "limits", name: string, text: string | undefined): readonly Finding[] => {
    const number = text !== undefined && isKnown(text) ? readQuantity(text) : undefined;
    if (number === undefined || Number.isInteger(number)) return [];
    return [
      { path: argumentPath(path, side, name), message: `${text} is not a whole number`, help: "write 1 or more" },
    ];
  };
  return [...new Set([...Object.keys(requests ?? {}), ...Object.keys(limits ?? {})])]
    .filter((name) => /^hugepages-|\//.test(name) && !name.includes("kubernetes.io/"))
    .flatMap((name) => [
      ...findings("requests", name, requests?.[name]),
      ...findings("limits", name, limits?.[name]),
      ...unevenFindings({ name, request: requests?.[name], limit: limits?.[name] }, path),
    ]);
}

interface Asked {
  readonly name: string;
  readonly request: string | undefined;
  readonly limit: string | undefined;
}

/** More than the limit is said already. */
function unevenFindings({ name, request, limit }: Asked, path: string): readonly Finding[] {
  if (request === undefined || !isKnown(request) || !isKnown(limit)) return [];
  const help = "state the same number as limit, or only the limit";
  if (limit === undefined) return [{ path: argumentPath(path, "limits", name), message: "is missing", help }];
  if ((readQuantity(request) ?? Infinity) >= (readQuantity(limit) ?? 0)) return [];
  const message = `${request} is less than the limit ${limit}, and this cannot be shared out`;
  return [{ path: argumentPath(path, "requests", name), message, help }];
}

/** An instance has some memory; the operator wants to see how much it asks for. */
function memoryFindings({ resources, spec, origin }: MemberPlan, path: string): readonly Finding[] {
  if (!isKnown(resources)) return [];
  const isNone = (text: string | undefined): boolean => text !== undefined && isKnown(text) && readQuantity(text) === 0;
  const zeros = (["requests", "limits"] as const).filter((side) => {
    const quantities = resources[side];
    return isKnown(quantities) && isNone(quantities?.["memory"]);
  });
  const { requests } = resources;
  const isUnstated =
    origin !== undefined && spec.resources !== undefined && isKnown(requests) && requests?.["memory"] === undefined;
  return [
    ...zeros.map((side) => ({
      path: argumentPath(path, side, "memory"),
      message: "is 0",
      help: 'write how much memory an instance has, such as "512Mi"',
    })),
    ...(isUnstated
      ? [
          {
            path: argumentPath(path, "requests", "memory"),
            message: "is missing",
            help: 'write how much memory an instance asks for, such as "512Mi"',
          },
        ]
      : []),
  ];
}
