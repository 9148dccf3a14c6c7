import { argumentPath } from "../argument-path";
import type { FunctionPlan, MemberPlan, SinkPlan, SourcePlan } from "../plan";
import { namePath } from "../plan-members";
import { subscriptionNameFault } from "../subscription-name";
import { localNameFault, readTopicName } from "../topic-name";
import { isKnown } from "../unknown";
import type { Finding } from "./rule";

/** Names in Pulsar that follow from a member's own, or stand in place of them. */
export const memberNameFindings = (member: MemberPlan): readonly Finding[] =>
  member.kind === "source" ? taskFindings(member) : subscriptionFindings(member);

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

/** Tasks of a batch source wait in a topic named after it. */
function taskFindings(member: SourcePlan): readonly Finding[] {
  if (member.spec.batchSourceConfig === undefined) return [];
  const topic = `${member.name}-intermediate`;
  const reading = readTopicName(topic, { tenant: "tenant", pulsarNamespace: "namespace" });
  const fault = reading.kind === "malformed" ? reading.reason : localNameFault(reading.name);
  if (fault === undefined) return [];
  const message = `${JSON.stringify(topic)}, which holds the tasks of the batch source, is not a topic name: ${fault}`;
  return [{ path: namePath(member), message, help: "give the source another `name`" }];
}
