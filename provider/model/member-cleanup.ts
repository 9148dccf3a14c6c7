import { patternsOf } from "./patterns-of";
import type { MemberPlan } from "./plan";
import { taskSubscription, taskTopic } from "./task-topics";

/** A subscription, and topics, that a member's instances made by themselves and nobody needs when it is gone. */
export interface MemberCleanup {
  readonly subscription: string;
  /** Full names. */
  readonly topics?: readonly string[];
  /** Regular expressions over the topics of a namespace, written as topic names. */
  readonly patterns?: readonly string[];
  readonly deleteTopics?: readonly string[];
  /** False keeps everything. A clean-up that was wanted once stays a resource, since its own end would be what is to be kept from. */
  readonly enabled: boolean;
}

/**
 * What is to be cleaned up with a member of a mesh. Its subscriptions on topics that it names are resources of their own; on
 * those that a pattern finds, and on the tasks of a batch source, the instances subscribe by themselves.
 */
export const memberCleanup = (member: MemberPlan): MemberCleanup | undefined =>
  member.kind === "source" ? ofBatchSource(member) : ofPatterns(member);

type OfKind<Kind extends MemberPlan["kind"]> = Extract<MemberPlan, { readonly kind: Kind }>;

function ofBatchSource(source: OfKind<"source">): MemberCleanup | undefined {
  if (source.spec.batchSourceConfig === undefined) return undefined;
  const topics = [taskTopic(source)];
  return { subscription: taskSubscription(source), topics, deleteTopics: topics, enabled: true };
}

function ofPatterns(member: OfKind<"function"> | OfKind<"sink">): MemberCleanup | undefined {
  const { spec, found, subscription, subscriptions } = member;
  const patterns = patternsOf(member).map(({ name }) => name);
  if (subscription === undefined) return undefined;
  // Without one, what a pattern found until the same change would be deleted with the clean-up that does not hear the wish to keep.
  if (patterns.length === 0) {
    return spec.cleanupSubscription === false ? { subscription, enabled: false } : undefined;
  }
  // Under a name of the user's choice others may read as well, who are away at the moment.
  const isOwn = (spec.subscriptionName ?? "") === "";
  // Patterns do not tell a topic that stays with what waits in it from another.
  const byPattern = new Set(found.map(({ name }) => name));
  const isKept = subscriptions.some(({ topic, onDelete }) => onDelete === "retain" && byPattern.has(topic));
  return { subscription, patterns, enabled: spec.cleanupSubscription ?? (isOwn && !isKept) };
}
