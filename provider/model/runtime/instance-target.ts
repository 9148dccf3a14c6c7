import type { MemberPlan } from "../plan";
import type { PulsarAccess } from "../pulsar-access";

/** A member whose command line is wanted. */
export interface InstanceTarget {
  readonly member: MemberPlan;
  /** Name of its workload. */
  readonly objectName: string;
  readonly access: PulsarAccess;
}
