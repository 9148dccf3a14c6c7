import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import { readQuantity } from "../../../model/quantity";

type Tree = Readonly<Record<string, unknown>>;

const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";

/**
 * The template of pods as it was declared, which client-side apply leaves on the object. Undefined with server-side apply, where the kubernetes
 * plugin sees and repairs by itself what somebody else changed.
 */
export function declaredTemplate(statefulSet: V1StatefulSet): unknown {
  const text = statefulSet.metadata?.annotations?.[lastApplied];
  if (text === undefined) return undefined;
  try {
    const object: unknown = JSON.parse(text);
    const spec = isTree(object) ? object["spec"] : undefined;
    return isTree(spec) ? spec["template"] : undefined;
  } catch {
    return undefined;
  }
}

/**
 * True when a declared value stands differently in the live object. What the API server added is of no interest, nor that it
 * leaves out what is empty and writes quantities its own way.
 */
export function differs(declared: unknown, live: unknown, path: readonly string[] = []): boolean {
  if (isEmpty(declared) && isEmpty(live)) return false;
  if (Array.isArray(declared)) {
    const others: readonly unknown[] = Array.isArray(live) ? live : [];
    return declared.length !== others.length || declared.some((item, index) => differs(item, others[index], path));
  }
  if (isTree(declared)) {
    return Object.entries(declared).some(([key, value]) =>
      differs(value, isTree(live) ? live[key] : undefined, [...path, key]),
    );
  }
  if (declared === undefined || declared === null) return false;
  if (isQuantity(path) && isSameQuantity(declared, live)) return false;
  return typeof declared !== typeof live || String(declared) !== String(live);
}

/** The API server leaves out what is empty, whichever way it was declared. */
const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  value === false ||
  value === 0 ||
  (Array.isArray(value) && value.length === 0) ||
  (isTree(value) && Object.keys(value).length === 0);

/** `resources.requests.cpu` and its like, wherever they stand. */
function isQuantity(path: readonly string[]): boolean {
  const kind = path.at(-2);
  return (path.at(-3) === "resources" && (kind === "requests" || kind === "limits")) || path.at(-1) === "sizeLimit";
}

function isSameQuantity(declared: unknown, live: unknown): boolean {
  const left = readQuantity(String(declared));
  const right = readQuantity(String(live));
  if (left === undefined || right === undefined) return false;
  // 0.7 and 700m are one quantity, but two numbers to a computer.
  return Math.abs(left - right) <= 1e-9 * Math.max(Math.abs(left), Math.abs(right));
}

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);
