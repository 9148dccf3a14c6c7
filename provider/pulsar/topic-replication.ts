import { errorMessage } from "../model/error-message";
import { type AdminClient, cancellable } from "./admin/client";
import { localCluster } from "./lookup";
import { requiredText, textsOf } from "./resource/decode";
import { isLeftToOthers } from "./resource/of-others";
import { anothersText, claim, isClaimed, isTakenOver, leaveToAnother } from "./resource/ownership";
import { isImport, type OperationContext, type Properties, type PulsarResource } from "./resource/resource";
import { readTopic } from "./topic/topic-api";
import { isSwitchedOff } from "./topic/topic-policies-off";
import { readPolicies, writePolicies } from "./topic/topic-policy-calls";
import { topicOf } from "./topic/topic-path";
import { waitUntilCrossed } from "./topic-replication/wait-until-crossed";

/**
 * Takes a topic out of its replication before it is deleted: brokers of other clusters would make it again as often as it is
 * deleted, and a topic with partitions could not be deleted at all. It waits for the topic in every cluster of the mesh, so that it
 * is out of the replication everywhere before it is deleted anywhere. Where the topic goes in the same run, what was written to it comes to
 * the other clusters first.
 */
export interface TopicReplicationArgs {
  /**
   * Full name of the topic.
   * @example "persistent://retail/orders/clicks"
   * @replace
   */
  readonly topic: string;
  /**
   * Names of the clusters that the topic says itself it is replicated to.
   * @default none: those of its namespace
   */
  readonly clusters?: readonly string[];
  /**
   * Seconds that leaving waits, in all for the topics of a run, until nobody writes the topic and what was written is in the other clusters.
   * @default 90
   * @example 300
   * @integer
   */
  readonly deleteWaitSeconds?: number;
  /**
   * Mark of the topic, by which it is recognised as that of the same mesh.
   * @default none: it is not looked at
   */
  readonly stamp?: string;
}

const type = "function-mesh:index:TopicReplication";

const field = "replicationClusters";

/** A topic that left the replication, and stayed for another reason, says so itself until it is back. */
async function comeBack(admin: AdminClient, inputs: Properties): Promise<void> {
  const topic = topicOf(requiredText(inputs, "topic"));
  const before = await readPolicies(admin, topic, [field]);
  const [only, ...more] = textsOf(before[field]);
  if (only === undefined || more.length > 0 || only !== (await localCluster(admin))) return;
  const wanted = inputs["clusters"] === undefined ? {} : { [field]: inputs["clusters"] };
  await writePolicies(admin, topic, { names: [field], wanted, before });
}

async function leave(admin: AdminClient, inputs: Properties): Promise<void> {
  const topic = topicOf(requiredText(inputs, "topic"));
  const reading = { withProperties: false, withInactivity: false, policies: [field] };
  const actual = await readTopic(admin, topic, reading);
  if (actual === undefined) return;
  const wanted = { [field]: [await localCluster(admin)] };
  try {
    await writePolicies(admin, topic, { names: [field], wanted, before: actual.policies });
  } catch (error) {
    // Without policies of topics, its namespace alone says where it goes, and is asked to leave before it is deleted.
    if (!isSwitchedOff(error)) throw error;
  }
}

/** Brokers of a cluster that still replicates a topic make it again wherever it is deleted: so it is deleted nowhere. */
const stuckText = (inputs: Properties, error: unknown, { urn }: OperationContext): string =>
  `Topic ${requiredText(inputs, "topic")} is deleted in no Pulsar cluster, since it could not be taken out of the replication in this one. ` +
  "Run again when this cluster answers; where it is gone for good, take this resource out of the state " +
  `(pulumi state delete '${urn}'). The reason: ${errorMessage(error)}`;

/** The topic of the same mesh, whose mark this one's own has, is called as this one. */
const topicUrn = (urn: string): string => urn.replace(`${type}::`, "function-mesh:pulsar:Topic::");

/**
 * True for a topic that a resource of another provider took over, of which claims do not tell: that of a mesh that was renamed, or
 * whose Pulsar cluster got another key.
 */
async function isAnothers(inputs: Properties, context: OperationContext): Promise<boolean> {
  if (inputs["stamp"] === undefined) return false;
  const reading = { withProperties: true, withInactivity: false, policies: [] };
  const actual = await readTopic(clientOf(context), topicOf(requiredText(inputs, "topic")), reading);
  return isTakenOver(actual?.stamp, inputs, topicUrn(context.urn));
}

const clientOf = ({ admin, signal }: OperationContext): AdminClient => cancellable(admin, signal);

const claimedKind = "replication of a topic";

export const topicReplication: PulsarResource = {
  type,
  check: (inputs) => ({ inputs, failures: [] }),
  diff: (old, news) => ({
    changes: ["topic", "clusters", "deleteWaitSeconds", "stamp"]
      .filter((path) => JSON.stringify(old[path]) !== JSON.stringify(news[path]))
      .map((path) => ({ path, kind: "update", replace: path === "topic" })),
  }),
  registered(inputs, context) {
    claim(claimedKind, requiredText(inputs, "topic"), context);
  },
  async create(inputs, context) {
    const id = requiredText(inputs, "topic");
    if (!context.preview) {
      await comeBack(clientOf(context), inputs);
      claim(claimedKind, id, context);
    }
    return { id, outputs: inputs };
  },
  read: async (id, state) => {
    if (isImport(state))
      throw new Error(
        `${id}: a topic's part in replication is made by its mesh and cannot be imported: leave the import out.`,
      );
    return { id, ...state };
  },
  update: async (_id, _old, inputs) => inputs,
  async delete(_id, { inputs }, context) {
    const id = requiredText(inputs, "topic");
    const what = `The replication of topic ${id}`;
    if (leaveToAnother({ kind: claimedKind, id, what }, context)) return;
    // One that is given to others keeps what it has: theirs may be what replicates it from now on.
    if (isLeftToOthers({ kind: "topic", id, what }, context)) return;
    try {
      if (!isClaimed({ kind: "topic", id }, context)) {
        if (await isAnothers(inputs, context)) return context.log("info", anothersText(what));
        await waitUntilCrossed(topicOf(id), inputs, context).catch((error: unknown) => {
          if (context.signal.aborted) throw error;
          context.log(
            "warning",
            `Whether all of topic ${id} has come to the other clusters is not known: ${errorMessage(error)}`,
          );
        });
      }
      await leave(clientOf(context), inputs);
    } catch (error) {
      throw context.signal.aborted ? error : new Error(stuckText(inputs, error, context));
    }
  },
};
