import { readTopicPattern } from "../../model/topic-pattern";
import { cancellable } from "../admin/client";
import { type OperationContext } from "../resource/resource";
import { topicsMatching } from "../topic/topics-matching";
import { type PulsarTopic, topicOf } from "../topic/topic-path";

/** Topics by their names, and by patterns over their names. */
export interface NamedTopics {
  /** Full names. */
  readonly topics: readonly string[];
  /** Regular expressions, written as full names. */
  readonly patterns: readonly string[];
}

export interface FoundTopics {
  /** Each topic once. */
  readonly found: readonly PulsarTopic[];
  /** Patterns that cannot be read here: what they find is not known. */
  readonly unreadable: readonly string[];
}

/** What was named before and is not any more. */
export async function topicsNoLongerNamed(
  { before, after }: { readonly before: NamedTopics; readonly after: NamedTopics },
  context: OperationContext,
): Promise<FoundTopics> {
  const [old, kept] = await Promise.all([topicsNamed(before, context), topicsNamed(after, context)]);
  const names = new Set(kept.found.map(({ full }) => full));
  const dropped = old.found.filter(({ full }) => !names.has(full));
  // An unreadable pattern that stays may still name what another one has dropped.
  if (kept.unreadable.length > 0 && dropped.length > 0) return { found: [], unreadable: kept.unreadable };
  return { found: dropped, unreadable: old.unreadable.filter((pattern) => !after.patterns.includes(pattern)) };
}

/** Everything that is named. */
export async function topicsNamed({ topics, patterns }: NamedTopics, context: OperationContext): Promise<FoundTopics> {
  const admin = cancellable(context.admin, context.signal);
  const matches = await Promise.all(
    patterns.map(async (pattern) => ({ pattern, found: await topicsMatching(admin, topicOf(pattern)) })),
  );
  const found = [...topics.map(topicOf), ...matches.flatMap((match) => match.found ?? [])];
  return {
    found: [...new Map(found.map((topic) => [topic.full, topic])).values()],
    unreadable: matches.filter((match) => match.found === undefined).map(({ pattern }) => pattern),
  };
}

/** Says what will not be found by those of the patterns that cannot be read here. */
export function warnOfUnreadable(patterns: readonly string[], subscription: string, context: OperationContext): void {
  for (const pattern of patterns.filter((each) => readTopicPattern(each).kind !== "expression")) {
    context.log(
      "warning",
      `The expression ${pattern} cannot be read here, so which topics it finds is not known: subscription ${subscription} ` +
        "is left on them when it is to be cleaned up. Delete it there with `pulsar-admin topics unsubscribe`.",
    );
  }
}
