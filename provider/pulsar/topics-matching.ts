import { type AdminClient } from "./admin/client";
import { unlessNotFound } from "./admin/error";
import { adminPath } from "./admin/request";
import { textsOf } from "./decode";
import { type PulsarTopic, topicOf } from "./topic-path";

/**
 * The topics whose names a pattern matches; partitions count as their topic. The broker and its clients match the whole name,
 * without its scheme, in the namespace that the pattern names.
 */
export async function topicsMatching(admin: AdminClient, pattern: PulsarTopic): Promise<readonly PulsarTopic[]> {
  const { tenant, pulsarNamespace } = pattern;
  const kind = pattern.persistent ? "persistent" : "non-persistent";
  const purpose = `list the topics of namespace ${tenant}/${pulsarNamespace}`;
  const paths = [adminPath(kind, tenant, pulsarNamespace), adminPath(kind, tenant, pulsarNamespace, "partitioned")];
  const lists = await Promise.all(paths.map((path) => unlessNotFound(admin.send({ method: "GET", path, purpose }))));
  const names = lists.flatMap((response) => textsOf(response?.json()));
  const matches = matcher(pattern);
  const found = new Set(names.map((name) => name.replace(/-partition-\d+$/, "")).filter(matches));
  return [...found].sort().map(topicOf);
}

function matcher({ tenant, pulsarNamespace, local, full }: PulsarTopic): (name: string) => boolean {
  try {
    const expression = new RegExp(`^${tenant}/${pulsarNamespace}/(?:${local})$`);
    return (name) => expression.test(name.replace(/^[a-z-]+:\/\//, ""));
  } catch {
    throw new Error(`${full} is not a regular expression that can be read here.`);
  }
}
