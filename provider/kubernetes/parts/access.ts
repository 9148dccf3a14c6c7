import { accessOf } from "../../model/access-of-member";
import type { PlaceObjects } from "../place-objects";
import type { PodPart } from "../pod-part";
import type { ReferencedNames } from "../referenced-names";

/** What the instance reaches Pulsar with. */
export function accessPart(target: PlaceObjects, names: ReferencedNames): PodPart {
  const { env, envFrom, volumes, mounts } = accessOf(target, names);
  return { env, envFrom, volumes, mounts };
}
