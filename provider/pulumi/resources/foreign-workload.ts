import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import type { Properties, StoredState } from "../../pulsar/resource/resource";
import { ownerAnnotation, ownerIn } from "./owner-annotation";

/**
 * Why a live StatefulSet of the member's name is not the member's own; undefined where it is. One without a mark is where its labels
 * are those of this package, an earlier version of which did not mark it. `old` is what the state holds: with another name of stack,
 * project or mesh an own one still has the mark of the name before, also where an update has failed since.
 */
export function foreignWorkload(
  statefulSet: V1StatefulSet,
  inputs: Properties,
  old: StoredState | undefined,
): string | undefined {
  const maker = makerOf(statefulSet, inputs);
  if (maker === "this package") return undefined;
  const owner = ownerIn(statefulSet);
  const own = [inputs["owner"], old?.inputs["owner"], old?.outputs["owner"], old?.outputs["liveOwner"]];
  if (owner !== undefined && own.includes(owner)) return undefined;
  const { name = "", namespace = "" } = statefulSet.metadata ?? {};
  const found = `${String(inputs["member"])}: the Kubernetes namespace ${namespace} has a StatefulSet ${name}`;
  return `${found} ${helps[maker]({ name, namespace, owner: String(inputs["owner"]) })}`;
}

type Maker = "this package" | "another program" | "the command line" | "the operator" | "somebody else";

function makerOf(statefulSet: V1StatefulSet, inputs: Properties): Maker {
  if (ownerIn(statefulSet) !== undefined) return "another program";
  const labels = statefulSet.metadata?.labels ?? {};
  const manager = labels["app.kubernetes.io/managed-by"];
  if (manager === "pulumi" && labels["app.kubernetes.io/name"] === inputs["statefulSet"]) return "this package";
  if (manager === "function-mesh") return "the command line";
  const isOfOperator = manager === undefined && labels["compute.functionmesh.io/component"] !== undefined;
  return isOfOperator ? "the operator" : "somebody else";
}

interface Found {
  readonly name: string;
  readonly namespace: string;
  /** What the member's own StatefulSet is marked with. */
  readonly owner: string;
}

const orphaning = ({ name, namespace }: Found): string =>
  `"kubectl delete statefulset ${name} -n ${namespace} --cascade=orphan"`;

/** Where another name of the same program stands in its state, the engine deletes that one at the end: an annotation would not help. */
const helps = {
  "another program": ({ name, namespace, owner }) =>
    `of another mesh or stack. If it is the member's own, under an earlier name or in an earlier place of its mesh, give the mesh that as an alias (resource option "aliases"), or take the member out with one "pulumi up" and put it in with the next. Only where no state has it any more, run "kubectl annotate statefulset ${name} -n ${namespace} --overwrite ${ownerAnnotation}=${owner}"; else give the member another name, or take it out of the program that has it.`,
  "the command line": (found) =>
    `that "function-mesh render" has made. To take it over, follow "From manifests to Pulumi" (docs/guides/command-line.md), which runs ${orphaning(found)}: pods and volumes stay. Else give the member another name.`,
  "the operator": (found) =>
    `that the operator has made. To take it over, follow the guide "Moving from the operator" (docs/guides/moving-from-the-operator.md) up to its step 5, which runs ${orphaning(found)}: pods and volumes stay. Else give the member another name.`,
  "somebody else": () =>
    "of somebody else. Give the member another name, or have it taken away by whoever made it, which ends its instances and may delete their volumes.",
} as const satisfies Record<Exclude<Maker, "this package">, (found: Found) => string>;
