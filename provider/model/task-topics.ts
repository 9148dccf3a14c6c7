import type { MemberIdentity } from "./default-dead-letters";
import type { MemberPlan } from "./plan";

/** What a batch source calls the topic of its tasks, in its own namespace. */
export const taskTopicLabel = (name: string): string => `${name}-intermediate`;

/** The topic in which the tasks wait that a batch source finds: its instances make it, and name it so. */
export const taskTopic = ({ tenant, pulsarNamespace, name }: MemberIdentity): string =>
  `persistent://${tenant}/${pulsarNamespace}/${taskTopicLabel(name)}`;

/** The subscription by which its instances share the tasks out among them. */
export const taskSubscription = ({ tenant, pulsarNamespace, name }: MemberIdentity): string =>
  `BatchSourceExecutor-${tenant}/${pulsarNamespace}/${name}`;

/** The tasks of all batch sources among some members. */
export const taskTopics = (members: readonly MemberPlan[]): ReadonlySet<string> =>
  new Set(
    members.flatMap((member) =>
      member.kind === "source" && member.spec.batchSourceConfig !== undefined ? [taskTopic(member)] : [],
    ),
  );
