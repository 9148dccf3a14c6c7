import { listOf, recordOf, requiredText, textOf, textsOf } from "../resource/decode";
import { type Reader } from "./reader-marks";
import { type OperationContext, type Properties } from "../resource/resource";
import { stampOf } from "../resource/ownership";
import { normalTopic } from "../topic/topic-path";
import { type NamedTopics } from "./topics-named";

/** A subscription of a member on topics by their names and by patterns, and topics that only it uses. */
export interface CleanupAim extends NamedTopics {
  readonly subscription: string;
  readonly instance: string | undefined;
  readonly deleteTopics: readonly string[];
}

export const aimOf = (inputs: Properties): CleanupAim => ({
  subscription: requiredText(inputs, "subscription"),
  instance: textOf(inputs["instance"]),
  topics: textsOf(inputs["topics"]).map((topic) => String(normalTopic(topic))),
  patterns: textsOf(inputs["patterns"]),
  deleteTopics: textsOf(inputs["deleteTopics"]),
});

/** What the member does not read any more and is still to be deleted, as the state keeps it. */
export const pendingAims = (outputs: Properties): readonly CleanupAim[] =>
  listOf(outputs["pending"])
    .map(recordOf)
    .filter((pending) => typeof pending["subscription"] === "string")
    .map(aimOf);

/** As the state holds it: without what is empty. */
export const pendingOutput = ({ subscription, instance, topics, deleteTopics }: CleanupAim): Properties => ({
  subscription,
  ...(instance === undefined ? {} : { instance }),
  topics,
  deleteTopics,
});

/** The mark of a clean-up; one that works for another has the other's, who is its neighbour. */
export function cleanupStamp(inputs: Properties, { urn }: OperationContext): string {
  const owner = textOf(inputs["cleanup"]);
  return stampOf(owner === undefined ? urn : [...urn.split("::").slice(0, -1), owner].join("::"));
}

/** The marks that are a clean-up's own: that of its URN, and the one it began with, should its URN have changed by an alias. */
export function readerOf(inputs: Properties, outputs: Properties, context: OperationContext): Reader {
  const now = cleanupStamp(inputs, context);
  return { stamps: [textOf(outputs["stamp"]) ?? now, now], token: textOf(outputs["token"]) };
}
