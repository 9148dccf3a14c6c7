import type { MemberPlan } from "../plan";
import type { SubscriptionPlan } from "../plan-pulsar";
import { argumentPath } from "../argument-path";
import { subscriptionKey } from "../shared-subscriptions";
import { subscriptionTypeOf } from "../subscription-type";
import { isWhollyKnown } from "../unknown";
import type { Finding, Rule } from "./rule";

/** FM030 */
export const sharedSubscriptions: Rule = {
  code: "FM030",
  severity: "error",
  also: "warning",
  inManifests: "warning",
  title: "Members that share a subscription are alike",
  description:
    "Two members with the same subscription name on one topic take messages from each other. The broker refuses the second when they share in different ways, and a function and a sink on one subscription is never meant. Where the subscription begins, the first of them says: what another one states is a warning.",
  check: ({ plan: { members } }) => {
    const owners = new Map<string, MemberPlan>();
    return members.flatMap((member) => {
      // What holds of two members in several Pulsar clusters, or of several topics, is told once.
      const told = new Set<MemberPlan>();
      return member.subscriptions.flatMap((plan): readonly Finding[] => {
        const { topic, subscription } = plan;
        if (!isWhollyKnown([topic, subscription])) return [];
        const key = subscriptionKey(plan);
        const other = owners.get(key);
        owners.set(key, other ?? member);
        if (other === undefined || told.has(other) || (hasDefaultSubscription(other) && hasDefaultSubscription(member)))
          return [];
        told.add(other);
        return unlike([other, member], plan);
      });
    });
  },
};

/** True where the subscription is called after the member: two that have one then have one name, which is FM001's. */
const hasDefaultSubscription = (member: MemberPlan): boolean =>
  member.origin === undefined && member.kind !== "source" && (member.spec.subscriptionName ?? "") === "";

/** True for members that cannot share a subscription. */
export const isUnlike = (first: MemberPlan, member: MemberPlan): boolean =>
  first.kind !== member.kind || subscriptionTypeOf(first) !== subscriptionTypeOf(member);

/** What is wrong with the second of two members on one subscription. */
function unlike(
  [first, member]: readonly [MemberPlan, MemberPlan],
  { topic, subscription }: SubscriptionPlan,
): readonly Finding[] {
  if (isUnlike(first, member))
    return [
      {
        path: argumentPath(member.path, "subscriptionName"),
        message: `"${subscription}" on ${topic} is also the subscription of ${first.path}, which is another kind or reads another way`,
        help: "give one of them another `subscriptionName`",
      },
    ];
  const [begins, position] = [positionOf(first), positionOf(member)].map((stated) => stated ?? "earliest");
  if (begins === position || !isWhollyKnown([begins, position])) return [];
  return [
    {
      path: argumentPath(member.path, positionOf(member) === undefined ? "subscriptionName" : "subscriptionPosition"),
      severity: "warning",
      message: `"${subscription}" on ${topic} begins where ${first.path} says, at ${begins}, and not at ${position}`,
      help: "state the same for both, or give one of them another `subscriptionName`",
    },
  ];
}

const positionOf = (member: MemberPlan): string | undefined =>
  member.kind === "source" ? undefined : member.spec.subscriptionPosition;
