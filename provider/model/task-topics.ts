import type { MemberPlan, SourcePlan } from "./plan";

/** The topic in which the tasks wait that a batch source finds: its instances make it, and name it so. */
export const taskTopic = ({ tenant, pulsarNamespace, name }: SourcePlan): string =>
  `persistent://${tenant}/${pulsarNamespace}/${name}-intermediate`;

/** The tasks of all batch sources among some members. */
export const taskTopics = (members: readonly MemberPlan[]): ReadonlySet<string> =>
  new Set(
    members.flatMap((member) =>
      member.kind === "source" && member.spec.batchSourceConfig !== undefined ? [taskTopic(member)] : [],
    ),
  );
