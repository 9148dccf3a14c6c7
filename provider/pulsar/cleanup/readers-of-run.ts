import { readTopicPattern } from "../../model/topic-pattern";
import { type AdminClient } from "../admin/client";
import { type PulsarTopic } from "../topic/topic-path";
import { type NamedTopics } from "./topics-named";

interface KnownReader extends NamedTopics {
  readonly subscription: string;
}

/**
 * What the program of this run has that reads at a Pulsar cluster, also what stays as it is, by its mark. A topic may have come to
 * be after a reader marked its subscriptions.
 */
const runs = new WeakMap<AdminClient, Map<string, KnownReader>>();

export function noteReader(admin: AdminClient, stamp: string, reader: KnownReader): void {
  const readers = runs.get(admin) ?? new Map<string, KnownReader>();
  runs.set(admin, readers.set(stamp, reader));
}

export function forgetReader(admin: AdminClient, stamp: string): void {
  runs.get(admin)?.delete(stamp);
}

/** True when a reader of the run, other than those with the given marks, names the topic, or may do so. */
export const isReadInRun = (
  admin: AdminClient,
  { topic, subscription }: { readonly topic: PulsarTopic; readonly subscription: string },
  except: readonly string[],
): boolean =>
  [...(runs.get(admin) ?? [])].some(
    ([stamp, reader]) =>
      !except.includes(stamp) &&
      reader.subscription === subscription &&
      (reader.topics.includes(topic.full) || reader.patterns.some((pattern) => mayMatch(pattern, topic))),
  );

/** What an expression finds that cannot be read here is not known. */
function mayMatch(pattern: string, { full }: PulsarTopic): boolean {
  const expression = readTopicPattern(pattern);
  return expression.kind !== "expression" || expression.matches(full);
}
