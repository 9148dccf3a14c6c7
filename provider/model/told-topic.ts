import type { MemberPlan, TopicUse } from "./plan";

/**
 * How an instance is told of a topic: by its full name, which means the same everywhere. Members of operator manifests are
 * told what the manifest says, as their instances were before.
 */
export const toldTopic = ({ origin }: MemberPlan, use: TopicUse): string =>
  origin === undefined ? use.name : use.text;
