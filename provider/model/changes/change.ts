import type { Effect } from "../effects/effect";
import type { Settled } from "./settled";

/** What a change is, in one word that stays the same. */
export type ChangeKind =
  | "namingChanged"
  | "orderingChanged"
  | "pulsarClusterAdded"
  | "pulsarClusterRemoved"
  | "pulsarClusterChanged"
  | "kubernetesClusterAdded"
  | "kubernetesClusterRemoved"
  | "kubernetesClusterChanged"
  | "credentialsChanged"
  | "tenantAdded"
  | "tenantRemoved"
  | "tenantChanged"
  | "tenantOwnershipChanged"
  | "namespaceAdded"
  | "namespaceRemoved"
  | "namespaceChanged"
  | "namespaceOwnershipChanged"
  | "topicAdded"
  | "topicRemoved"
  | "topicChanged"
  | "topicOwnershipChanged"
  | "topicClustersChanged"
  | "partitionsGrown"
  | "partitionsChanged"
  | "schemaAdded"
  | "schemaRemoved"
  | "schemaWidened"
  | "schemaNarrowed"
  | "schemaChanged"
  | "defaultsChanged"
  | "memberAdded"
  | "memberRemoved"
  | "memberRenamed"
  | "memberMoved"
  | "memberLeftBehind"
  | "memberPlaceAdded"
  | "memberPlaceRemoved"
  | "memberMadeStandby"
  | "memberMadeActive"
  | "memberPulsarClusterChanged"
  | "memberPaused"
  | "memberResumed"
  | "replicasChanged"
  | "autoscalingChanged"
  | "guaranteeChanged"
  | "subscriptionRenamed"
  | "edgeAdded"
  | "edgeRemoved"
  | "memberRolled"
  | "memberDrained"
  | "memberReplaced"
  | "memberUpdated"
  | "knownWhenApplied";

/** A field that differs. Values are given only where they are short, and neither secret nor a part of a configuration. */
export interface FieldChange {
  readonly path: string;
  /** What it does to running instances, at most. */
  readonly effect: Effect;
  readonly before?: Settled;
  readonly after?: Settled;
  /** Only the spelling differs. */
  readonly isRespelt?: true;
}

/** One thing that is different between two meshes. */
export interface Change {
  readonly kind: ChangeKind;
  /** What it concerns, as the arguments of the later mesh have it, or of the earlier one for what goes. */
  readonly path: string;
  /** A sentence for reviewers. */
  readonly text: string;
  /** Names of the members that it concerns. */
  readonly members?: readonly string[];
  /** Names of those of which messages may be lost by it. */
  readonly mayLose?: readonly string[];
  /** Full name of the topic that it concerns. */
  readonly topic?: string;
  /** What it does to the instances of these members, at most. */
  readonly effect?: Effect;
  readonly fields?: readonly FieldChange[];
}

/** A sentence, and whose messages it says may be lost. */
export type Saying = Pick<Change, "text" | "mayLose">;

/** A sentence by which messages of some members may be lost, or of none. */
export const saying = (text: string, mayLose: readonly string[] = []): Saying =>
  mayLose.length === 0 ? { text } : { text, mayLose };
