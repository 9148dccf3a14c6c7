import type { MemberPlan } from "../plan";
import { readQuantity } from "../quantity";
import { type Fields, filled } from "./fields";

/**
 * What the member requests: cores and bytes. No instance looks at it, and in programs quantities may be unknown at preview; so
 * only members of operator manifests are told, as they were before.
 */
export function resourceFields({ origin, resources: { requests } }: MemberPlan): Fields | undefined {
  if (origin === undefined || requests === undefined) return undefined;
  const amount = (name: string): number | undefined => {
    const quantity = requests[name];
    return quantity === undefined ? undefined : readQuantity(quantity);
  };
  const whole = (value: number | undefined): number | undefined => (value === undefined ? undefined : Math.ceil(value));
  return filled({ cpu: amount("cpu"), ram: whole(amount("memory")), disk: whole(amount("storage")) });
}
