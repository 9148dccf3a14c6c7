import { instanceEnvironment } from "../../model/runtime/instance-environment";
import type { PodPart } from "../pod-part";
import { mounted } from "./mounted";

/** The only directory that an instance writes to. */
export const scratchPart = (): PodPart =>
  mounted("function-mesh-scratch", { emptyDir: {} }, { mountPath: instanceEnvironment.scratchDirectory });
