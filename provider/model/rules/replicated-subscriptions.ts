import { argumentPath } from "../argument-path";
import type { InputUse, MemberPlan, TopicUse } from "../plan";
import { wantsReplication } from "../replication/replicated-subscriptions";
import { replicatedTopics } from "../replication/replicated-topics";
import { readFullName } from "../topic-name";
import { isKnown } from "../unknown";
import type { Finding, Rule } from "./rule";
import { hasUnknownPlace } from "./unknown-places";

const field = "replicateSubscriptionState";

/** FM026 */
export const replicatedSubscriptions: Rule = {
  code: "FM026",
  severity: "error",
  also: "warning",
  inManifests: "warning",
  title: "Whose subscriptions are replicated reads replicated topics",
  description:
    "With `replicateSubscriptionState` brokers tell those of other Pulsar clusters how far a member has read. They do so for persistent topics that are replicated to these clusters, and the mesh can ask it of subscriptions that it makes: those of topics stated by name. A topic that is not replicated is a warning beside others that are.",
  check: (mesh) => {
    const askers = mesh.plan.members.filter(isAsked);
    if (askers.length === 0) return [];
    const replicated = replicatedTopics(mesh, mesh.plan.replications);
    const isReplicated = ({ name }: TopicUse): boolean => !isKnown(name) || replicated(name).isElsewhere;
    const crossing = new Set(mesh.plan.replications.crossings.map(({ reader, topic }) => `${reader.path} ${topic}`));
    const isSomeoneLost = mesh.plan.members.some((member) => hasUnknownPlace(mesh, member));
    return askers.flatMap((member) => {
      const unfit = member.inputs.flatMap(unfitFor);
      const reads = member.reads.filter(({ persistent }) => persistent);
      const local = reads.filter((use) => !isReplicated(use));
      if (local.length === 0) return unfit;
      if (local.length < reads.length) return [...unfit, ...local.map(localBeside)];
      // What has to be replicated and is not FM020 tells; and who has no place may be at the other end.
      const isTold = local.some(({ name }) => crossing.has(`${member.path} ${name}`));
      return isTold || isSomeoneLost ? unfit : [...unfit, notReplicated(member, reads)];
    });
  },
};

const isAsked = (member: MemberPlan): boolean => member.subscription !== undefined && wantsReplication(member);

function unfitFor({ path, text, persistent, consumer }: InputUse): readonly Finding[] {
  if (consumer.isRegexPattern === true)
    return [
      {
        path,
        message: `is a pattern, and subscriptions on the topics that it finds are not replicated as \`${field}\` asks`,
        help: `name the topics in \`input.topics\`, or leave \`${field}\` out`,
      },
    ];
  if (persistent) return [];
  const message = `"${text}" keeps no messages, so that the state of its subscription cannot be replicated`;
  return [{ path, message, help: `use a persistent topic, or leave \`${field}\` out` }];
}

function notReplicated({ path }: MemberPlan, reads: readonly TopicUse[]): Finding {
  const names = [...new Set(reads.map(({ name }) => namespaceOf(name)))];
  return {
    path: argumentPath(path, field),
    message: `has no effect, since no topic of ${names.join(" or ")} that the member reads is replicated to another Pulsar cluster`,
    help: `state \`replicationClusters\` of the namespace in \`namespaces\`, or leave \`${field}\` out`,
  };
}

const localBeside = ({ path, text }: TopicUse): Finding => ({
  path,
  severity: "warning",
  message: `"${text}" is not replicated to another Pulsar cluster, so that \`${field}\` does nothing for it`,
  help: `name another cluster in \`replicationClusters\` of the topic or of its namespace, or have a member without \`${field}\` read it`,
});

function namespaceOf(topic: string): string {
  const home = readFullName(topic);
  return home === undefined ? topic : `${home.tenant}/${home.pulsarNamespace}`;
}
