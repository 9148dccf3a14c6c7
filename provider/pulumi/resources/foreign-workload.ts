import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import type { Properties } from "../../pulsar/resource";
import { ownerAnnotation } from "./owner-annotation";

/**
 * Why a live StatefulSet of the member's name is not the member's own; undefined where it is. One without a mark is where its labels
 * are those of this package, an earlier version of which did not mark it. `before` is what the state holds of the arguments: with
 * another name of stack, project or mesh an own one still has the mark of the name before.
 */
export function foreignWorkload(
  { metadata = {} }: V1StatefulSet,
  inputs: Properties,
  before: Properties | undefined,
): string | undefined {
  const { name = "", namespace = "", labels = {}, annotations = {} } = metadata;
  const owner = annotations[ownerAnnotation];
  const found = `${String(inputs["member"])}: the Kubernetes namespace ${namespace} has a StatefulSet ${name}`;
  const help = "give the member another name, or delete what is there";
  if (owner === undefined) {
    const isOfPackage =
      labels["app.kubernetes.io/managed-by"] === "pulumi" && labels["app.kubernetes.io/name"] === inputs["statefulSet"];
    return isOfPackage ? undefined : `${found} of somebody else. To go on, ${help}.`;
  }
  if (owner === inputs["owner"] || owner === before?.["owner"]) return undefined;
  const mark = `kubectl annotate statefulset ${name} -n ${namespace} --overwrite ${ownerAnnotation}=${String(inputs["owner"])}`;
  return `${found} of another mesh or stack. If it is the member's own, since stack, project or mesh got another name, run "${mark}"; else ${help}.`;
}
