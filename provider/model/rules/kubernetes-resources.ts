import { argumentPath } from "../argument-path";
import type { MemberPlan } from "../plan";
import { readQuantity } from "../quantity";
import { isKnown } from "../unknown";
import type { Finding } from "./rule";

/** Requests and limits; `defaults.resources` is reported at each member it serves. */
export function resourceFindings({ path, resources }: MemberPlan): readonly Finding[] {
  if (!isKnown(resources)) return [];
  const { requests, limits } = resources;
  const at = (...steps: readonly string[]): string => argumentPath(path, "resources", ...steps);
  return [
    ...quantityFindings(requests, at("requests")),
    ...quantityFindings(limits, at("limits")),
    ...Object.entries(isKnown(requests) ? (requests ?? {}) : {}).flatMap(([name, request]): readonly Finding[] => {
      const limit = isKnown(limits) ? limits?.[name] : undefined;
      if (limit === undefined || (readQuantity(request) ?? 0) <= (readQuantity(limit) ?? Infinity)) return [];
      return [
        {
          path: at("requests", name),
          message: `${request} is more than the limit ${limit}`,
          help: "raise the limit or lower the request",
        },
      ];
    }),
  ];
}

function quantityFindings(quantities: Readonly<Record<string, string>> | undefined, path: string): readonly Finding[] {
  if (quantities === undefined || !isKnown(quantities)) return [];
  return Object.entries(quantities)
    .filter(([, text]) => isKnown(text) && (readQuantity(text) ?? -1) < 0)
    .map(([name, text]) => ({
      path: argumentPath(path, name),
      message: `"${text}" is not a quantity`,
      help: 'write a number with a unit of Kubernetes, such as "500m" or "1Gi"',
    }));
}
