import type { MemberPlan } from "../plan";
import { argumentPath } from "../argument-path";
import { subscriptionKey } from "../shared-subscriptions";
import { subscriptionTypeOf } from "../subscription-type";
import { isWhollyKnown } from "../unknown";
import type { Finding, Rule } from "./rule";

/** FM030 */
export const sharedSubscriptions: Rule = {
  code: "FM030",
  severity: "error",
  inManifests: "warning",
  title: "Members that share a subscription are alike",
  description:
    "Two members with the same subscription name on one topic take messages from each other. The broker refuses the second when they share in different ways, and a function and a sink on one subscription is never meant.",
  check: ({ plan: { members } }) => {
    const owners = new Map<string, MemberPlan>();
    // What holds in several Pulsar clusters is told once.
    const told = new Set<string>();
    return members.flatMap((member) =>
      member.subscriptions.flatMap((plan): readonly Finding[] => {
        const { topic, subscription } = plan;
        if (!isWhollyKnown([topic, subscription]) || told.has(`${member.path} ${topic}`)) return [];
        const key = subscriptionKey(plan);
        const other = owners.get(key);
        owners.set(key, other ?? member);
        if (
          other === undefined ||
          (other.kind === member.kind && subscriptionTypeOf(other) === subscriptionTypeOf(member))
        )
          return [];
        told.add(`${member.path} ${topic}`);
        return [
          {
            path: argumentPath(member.path, "subscriptionName"),
            message: `"${subscription}" on ${topic} is also the subscription of ${other.path}, which is another kind or reads another way`,
            help: "give one of them another `subscriptionName`",
          },
        ];
      }),
    );
  },
};
