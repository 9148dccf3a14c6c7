import type { ReaderSpec } from "./reader";
import type { PulsarHome } from "./topic-name";
import { isKnown } from "./unknown";

/** The tenant, namespace and name that default names are made of. */
export interface MemberIdentity extends PulsarHome {
  readonly name: string;
}

export const sendsDeadLetters = ({ maxMessageRetry }: ReaderSpec): boolean =>
  maxMessageRetry !== undefined && (!isKnown(maxMessageRetry) || maxMessageRetry > 0);

/**
 * The dead-letter topic of a member that states none; undefined where Pulsar's clients choose it, which they do by a subscription of its
 * own name.
 */
export function defaultDeadLetterTopic(spec: ReaderSpec, identity: MemberIdentity): string | undefined {
  const { deadLetterTopic = "", subscriptionName = "" } = spec;
  if (!sendsDeadLetters(spec) || deadLetterTopic !== "") return undefined;
  if (subscriptionName !== "" && !subscriptionName.includes("\\")) return undefined;
  return `${identity.tenant}-${identity.pulsarNamespace}-${identity.name}-DLQ`;
}
