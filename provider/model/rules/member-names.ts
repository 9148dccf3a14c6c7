import { argumentPath } from "../argument-path";
import { defaultDeadLetterTopic } from "../default-dead-letters";
import type { FunctionPlan, MemberPlan, SinkPlan, SourcePlan } from "../plan";
import { namePath } from "../plan-members";
import { subscriptionNameFault } from "../subscription-name";
import { taskTopicLabel } from "../task-topics";
import { localNameFault, readTopicName } from "../topic-name";
import { isKnown } from "../unknown";
import type { Finding } from "./rule";

/** A member's own name, and names in Pulsar that follow from it, or stand in place of them. */
export function memberNameFindings(member: MemberPlan): readonly Finding[] {
  const fault = nameFault(member);
  // What follows from a name that is none is not said as well.
  if (fault === undefined) return member.kind === "source" ? taskFindings(member) : readerFindings(member);
  const message = `${JSON.stringify(member.name)} is not a name of a member: it ${fault}`;
  return [{ path: namePath(member), message, help: "give the member another `name`" }];
}

/** Pulsar calls a member `<tenant>/<namespace>/<name>`, and what is the member's is called after that. */
function nameFault({ name, origin }: MemberPlan): string | undefined {
  // An object without a name is FM092's.
  if (name === "" && origin === undefined) return "is empty";
  return name.includes("/") ? "holds a /, which parts names in Pulsar" : undefined;
}

function readerFindings(member: FunctionPlan | SinkPlan): readonly Finding[] {
  const subscription = subscriptionFindings(member);
  return subscription.some(({ path }) => path === namePath(member))
    ? subscription
    : [...subscription, ...deadLetterFindings(member)];
}

function subscriptionFindings(member: FunctionPlan | SinkPlan): readonly Finding[] {
  const { spec, name, subscription, origin } = member;
  const stated = spec.subscriptionName;
  // The operator takes an empty one for none.
  if (subscription === undefined || (origin !== undefined && stated === "")) return [];
  // Of the default one only the end is the member's own.
  const text = stated ?? `tenant/namespace/${name}`;
  const fault = isKnown(text) ? subscriptionNameFault(text) : undefined;
  if (fault === undefined) return [];
  const path = stated === undefined ? namePath(member) : argumentPath(member.path, "subscriptionName");
  const message = `${JSON.stringify(stated ?? subscription)} is not the name of a subscription: it ${fault}`;
  const help = stated === undefined ? "give the member another `name`, or state a `subscriptionName`" : "write another";
  return [{ path, message, help }];
}

/** Where a member states no topic for dead letters, they go to one that is named after it. */
function deadLetterFindings(member: FunctionPlan | SinkPlan): readonly Finding[] {
  return derivedTopic(member, {
    // Tenants and namespaces that are no names are told where they are stated.
    topic: defaultDeadLetterTopic(member.spec, { ...anyHome, name: member.name }),
    purpose: "takes its dead letters",
    help: "give the member another `name`, or state a `deadLetterTopic`",
  });
}

/** Tasks of a batch source wait in a topic named after it. */
const taskFindings = (member: SourcePlan): readonly Finding[] =>
  derivedTopic(member, {
    topic: member.spec.batchSourceConfig === undefined ? undefined : taskTopicLabel(member.name),
    purpose: "holds the tasks of the batch source",
    help: "give the source another `name`",
  });

const anyHome = { tenant: "tenant", pulsarNamespace: "namespace" } as const;

function derivedTopic(member: MemberPlan, { topic, purpose, help }: DerivedTopic): readonly Finding[] {
  if (topic === undefined) return [];
  const reading = readTopicName(topic, anyHome);
  const fault = reading.kind === "malformed" ? reading.reason : localNameFault(reading.name);
  if (fault === undefined) return [];
  const message = `${JSON.stringify(topic)}, which ${purpose}, is not a topic name: ${fault}`;
  return [{ path: namePath(member), message, help }];
}

interface DerivedTopic {
  readonly topic: string | undefined;
  readonly purpose: string;
  readonly help: string;
}
