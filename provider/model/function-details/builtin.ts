import { builtinName } from "../connector";
import type { SinkPlan, SourcePlan } from "../plan";

/** The name of a connector that the instance is to find by itself: one that the image is not said to have, or a manifest names. */
export const builtinOf = ({ connector, origin, spec }: SourcePlan | SinkPlan): string | undefined =>
  origin?.builtinConnector ??
  (connector === undefined || origin !== undefined ? builtinName(spec.connector) : undefined);
