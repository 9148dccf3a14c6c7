import { argumentPath } from "../argument-path";
import { isAmong, othersTopics } from "./others-topics";
import { looksLikeExpression } from "../topic-pattern";
import type { MemberPlan } from "../plan";
import { readsTopics } from "../reads-topics";
import { statedInputs } from "../stated-inputs";
import { isKnown } from "../unknown";
import { localNameFault, type PulsarHome, readTopicName, type TopicName } from "../topic-name";

/** A topic, or a pattern of topics, as an argument names it. */
export interface StatedTopic {
  readonly text: string;
  /** Asked for only where something is wrong. */
  readonly path: () => string;
  /** What is done with it there. */
  readonly use: "read" | "written" | "declared";
  readonly isPattern?: boolean;
  /** The operator does not look at it. */
  readonly isUnchecked?: boolean;
}

/** The topics that a member names, each as it is stated. */
export function statedTopics(member: MemberPlan): readonly StatedTopic[] {
  const topics: StatedTopic[] = [];
  const write = (text: string | undefined, steps: readonly string[], isUnchecked = false): void => {
    if (text === undefined) return;
    topics.push({ text, path: () => argumentPath(member.path, ...steps), use: "written", isUnchecked });
  };
  if (readsTopics(member))
    for (const { text, path, isPattern } of statedInputs(member))
      topics.push({ text, path: () => path, use: "read", isPattern });
  const output = statedOutput(member);
  if (output !== undefined) topics.push(output);
  write(member.spec.logTopic, ["logTopic"]);
  if (member.kind !== "source") write(member.spec.deadLetterTopic, ["deadLetterTopic"]);
  if (member.kind === "function") {
    write(member.spec.windowConfig?.lateDataTopic, ["windowConfig", "lateDataTopic"], true);
  }
  return topics;
}

/** The topic of a member's results; what a function hands to a sink in its pods goes to none. */
function statedOutput(member: MemberPlan): StatedTopic | undefined {
  if (member.kind === "sink" || (member.kind === "function" && member.spec.sink !== undefined)) return undefined;
  const text = member.spec.output?.topic;
  if (text === undefined) return undefined;
  return { text, path: () => argumentPath(member.path, "output", "topic"), use: "written", isUnchecked: text === "" };
}

/** What a text that is to name a topic says. */
export type StatedTopicReading =
  | { readonly kind: "name"; readonly name: TopicName }
  | {
      readonly kind: "fault";
      readonly fault: string;
      /** Pulsar refuses it as well. */
      readonly isRefused: boolean;
      readonly isExpression?: true;
    };

export function readStatedTopic({ text, isPattern }: Pick<StatedTopic, "text" | "isPattern">): StatedTopicReading {
  // What completes a short name is checked where it is stated.
  const reading = readTopicName(text, anyHome);
  if (reading.kind === "malformed") return { kind: "fault", fault: reading.reason, isRefused: true };
  if (isPattern === true) return reading;
  if (looksLikeExpression(reading.name.local))
    return { kind: "fault", fault: "it is a regular expression", isRefused: false, isExpression: true };
  const fault = localNameFault(reading.name);
  return fault === undefined ? reading : { kind: "fault", fault, isRefused: false };
}

/** True for a text that FM003 refuses, which `home` would complete. */
export function isRefused(mesh: Named, stated: StatedTopic, home: PulsarHome): boolean {
  if (!isKnown(stated.text)) return false;
  const reading = readStatedTopic(stated);
  if (reading.kind !== "fault") return false;
  return reading.isExpression !== true || !isAmong(othersTopics(mesh), stated.text, home);
}

type Named = Parameters<typeof othersTopics>[0];

/** True for a member whose inputs FM003 refuses, or FM015 misses: what it is to read is not known. */
export const lacksInputs = (mesh: Named, member: MemberPlan): boolean =>
  readsTopics(member) &&
  (statedInputs(member).length === 0 ||
    statedTopics(member).some((stated) => stated.use === "read" && isRefused(mesh, stated, member)));

/** True for a member whose output FM003 refuses. */
export function lacksOutput(mesh: Named, member: MemberPlan): boolean {
  const output = statedOutput(member);
  return output !== undefined && isRefused(mesh, output, member);
}

const anyHome: PulsarHome = { tenant: "tenant", pulsarNamespace: "namespace" };
