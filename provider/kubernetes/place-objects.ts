import { type Connection, connectionOf } from "../model/connection";
import type { MemberPlan, MeshPlan, PlacePlan } from "../model/plan";

/** A member in one of its places: what objects are rendered for. */
export interface PlaceObjects {
  readonly plan: MeshPlan;
  readonly member: MemberPlan;
  readonly place: PlacePlan;
  /**
   * Who puts the objects into the cluster.
   * @default "pulumi"
   */
  readonly manager?: "pulumi" | "function-mesh";
}

export const connectionOfPlace = ({ plan, member, place }: PlaceObjects): Connection =>
  connectionOf(plan, member, place);
