import { instanceEnvironment } from "../../model/runtime/instance-environment";
import { isMountedByUser } from "../mounted-by-user";
import type { PlaceObjects } from "../place-objects";
import type { PodPart } from "../pod-part";
import { mounted } from "./mounted";

/** The only directory that an instance writes to; nothing where a volume of the user's is mounted in that place. */
export const scratchPart = ({ member }: PlaceObjects): PodPart =>
  isMountedByUser(member, instanceEnvironment.scratchDirectory)
    ? {}
    : mounted("function-mesh-scratch", { emptyDir: {} }, { mountPath: instanceEnvironment.scratchDirectory });
