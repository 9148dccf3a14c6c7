import type { TopologyMember } from "../topology";
import { shownText } from "./shown-text";

const paused = "paused";

/** How many instances a member has: stands behind its kind or name, and is empty where there is one. */
export function instanceCount(member: TopologyMember, earlier: TopologyMember | undefined): string {
  const now = amountOf(member);
  const old = earlier === undefined ? now : amountOf(earlier);
  if (now === old) return now === "1" ? "" : times(now);
  return `${times(old)} → ${old === paused ? times(now) : now}`;
}

const times = (amount: string): string => (amount === paused ? amount : `× ${amount}`);

function amountOf({ replicas, autoscaling, paused: isPaused }: TopologyMember): string {
  if (isPaused === true) return paused;
  if (autoscaling === undefined) return shownText(String(replicas));
  const [least, most] = [shownText(String(autoscaling.minReplicas)), shownText(String(autoscaling.maxReplicas))];
  return least === most ? least : `${least}–${most}`;
}
