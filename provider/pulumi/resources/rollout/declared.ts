import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };

type Tree = Readonly<Record<string, unknown>>;

/** What a StatefulSet's owner last declared of its pods and their number. */
export interface Declared {
  readonly template?: unknown;
  readonly replicas?: unknown;
}

const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";

/**
 * What was declared, as client-side apply leaves it on the object. Undefined with server-side apply, where the kubernetes
 * plugin sees and repairs by itself what somebody else changed.
 */
export function declaredOf(statefulSet: V1StatefulSet): Declared | undefined {
  const text = statefulSet.metadata?.annotations?.[lastApplied];
  if (text === undefined) return undefined;
  try {
    const object: unknown = JSON.parse(text);
    const spec = isTree(object) ? object["spec"] : undefined;
    return isTree(spec) ? { template: spec["template"], replicas: spec["replicas"] } : undefined;
  } catch {
    return undefined;
  }
}

/** True when a declared value stands differently in the live object. What the API server added is of no interest. */
export function differs(declared: unknown, live: unknown): boolean {
  if (Array.isArray(declared)) {
    return (
      !Array.isArray(live) ||
      declared.length !== live.length ||
      declared.some((item, index) => differs(item, live[index]))
    );
  }
  if (isTree(declared)) {
    return Object.entries(declared).some(([key, value]) => differs(value, isTree(live) ? live[key] : undefined));
  }
  if (declared === undefined || declared === null) return false;
  // The API server writes quantities its own way ("0.1" as "100m"); a difference is only one of kind or text.
  return typeof declared !== typeof live || String(declared) !== String(live);
}

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);
