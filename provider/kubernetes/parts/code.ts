import { instanceEnvironment } from "../../model/runtime/instance-environment";
import type { PlaceObjects } from "../place-objects";
import type { PodPart } from "../pod-part";
import type { ReferencedNames } from "../referenced-names";
import { mounted } from "./mounted";

/** Local code, from its ConfigMap. */
export function codePart(_target: PlaceObjects, { code }: ReferencedNames): PodPart {
  if (code === undefined) return {};
  const mount = { mountPath: instanceEnvironment.codeDirectory, readOnly: true };
  return mounted("function-mesh-code", { configMap: { name: code } }, mount);
}
