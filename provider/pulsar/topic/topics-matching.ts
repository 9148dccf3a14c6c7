import { readTopicPattern } from "../../model/topic-pattern";
import { type AdminClient } from "../admin/client";
import { unlessNotFound } from "../admin/error";
import { adminPath } from "../admin/request";
import { textsOf } from "../resource/decode";
import { type PulsarTopic, topicOf } from "./topic-path";

/**
 * The topics whose names a pattern matches; partitions count as their topic. `undefined` where the expression cannot be read here,
 * such as one in syntax that only Java has: which topics it finds is not known then.
 */
export async function topicsMatching(
  admin: AdminClient,
  pattern: PulsarTopic,
): Promise<readonly PulsarTopic[] | undefined> {
  const expression = readTopicPattern(pattern.full);
  if (expression.kind !== "expression") return undefined;
  const { tenant, pulsarNamespace } = pattern;
  const kind = pattern.persistent ? "persistent" : "non-persistent";
  const purpose = `list the topics of namespace ${tenant}/${pulsarNamespace}`;
  const paths = [adminPath(kind, tenant, pulsarNamespace), adminPath(kind, tenant, pulsarNamespace, "partitioned")];
  const lists = await Promise.all(paths.map((path) => unlessNotFound(admin.send({ method: "GET", path, purpose }))));
  const names = lists.flatMap((response) => textsOf(response?.json()));
  const found = new Set(names.map((name) => name.replace(/-partition-\d+$/, "")).filter(expression.matches));
  return [...found].sort().map(topicOf);
}
