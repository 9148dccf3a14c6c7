import { uniqueNameBeginning } from "./object-names";
import type { NamingPolicy } from "./mesh";

/** A workload that may still be somewhere, as far as it is known. */
export interface LeftWorkload {
  readonly naming: NamingPolicy;
  readonly kubernetesNamespace?: string;
  readonly objectName?: string;
}

/** What a workload that is left behind is found by. The end of a unique name is nowhere but in a state. */
export function leftWorkloadText({ naming, kubernetesNamespace, objectName }: LeftWorkload): string {
  const where = kubernetesNamespace === undefined ? "" : ` in ${kubernetesNamespace}`;
  if (objectName === undefined) return `a StatefulSet${where}`;
  if (naming === "unique") return `a StatefulSet${where} whose name begins with ${uniqueNameBeginning(objectName)}`;
  return `StatefulSet ${kubernetesNamespace === undefined ? "" : `${kubernetesNamespace}/`}${objectName}`;
}
