import type { Look } from "./look";

/** What happened to the instances of a member, in the words of effects; or in a sentence, when it was none of them. */
export function observedChange(before: Look, after: Look): string {
  const isSame = (fact: keyof Look): boolean => JSON.stringify(before[fact]) === JSON.stringify(after[fact]);
  const stayed = before.pods.filter((uid) => after.pods.includes(uid)).length;
  if (after.workloads.length !== before.workloads.length) return `${after.workloads.length} workloads are left`;
  if (!isSame("workloads")) return stayed === 0 ? "replace" : "another workload with the same instances";
  if (!isSame("revisions")) {
    if (stayed > 0) return "some instances stayed as they were";
    return isSame("subscriptions") ? "roll" : "drain";
  }
  if (!isSame("subscriptions")) return "other subscriptions with the same instances";
  if (stayed !== Math.min(before.pods.length, after.pods.length)) return "instances restarted for nothing";
  return isSame("replicas") && isSame("scaling") && isSame("pods") ? "none" : "scale";
}
