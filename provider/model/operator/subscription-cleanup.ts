import type { MemberIdentity } from "../default-dead-letters";
import { taskSubscription, taskTopic } from "../task-topics";
import { readTopicName, topicText } from "../topic-name";
import type { Component } from "./component";
import { convertInput } from "./convert/input-output";
import { stated } from "./stated";

/** A subscription, and topics, to delete with a component. */
export interface SubscriptionCleanup {
  readonly kind: "SubscriptionCleanup";
  /** `function/enrich`. */
  readonly component: string;
  readonly kubernetesNamespace: string;
  readonly topics?: readonly string[];
  /** Regular expressions over the topics of a namespace, written as topic names. */
  readonly patterns?: readonly string[];
  readonly subscription: string;
  readonly deleteTopics?: readonly string[];
  /** Whether the manifest asks for it. */
  readonly enabled: boolean;
}

const needed = "compute.functionmesh.io/need-cleanup";
/** Components with it are looked after by somebody else than the operator. */
const elsewhere = "compute.functionmesh.io/pulsar-cluster";

/** What there is to be deleted in Pulsar with a component, and whether its manifest asks for it. */
export function subscriptionCleanup(component: Component): SubscriptionCleanup | undefined {
  return component.kind === "source" ? ofBatchSource(component) : ofReader(component);
}

type OfKind<Kind extends Component["kind"]> = Extract<Component, { readonly kind: Kind }>;

const identityInPulsar = ({ spec, ownName }: Component): MemberIdentity => ({
  tenant: spec.tenant ?? "public",
  pulsarNamespace: spec.namespace ?? "default",
  name: spec.name ?? ownName,
});

/** A batch source reads its own tasks, which nobody needs when it is gone. */
function ofBatchSource(component: OfKind<"source">): SubscriptionCleanup | undefined {
  if (component.spec.batchSourceConfig === undefined) return undefined;
  const source = identityInPulsar(component);
  const topics = [taskTopic(source)];
  return { ...base(component, true), topics, subscription: taskSubscription(source), deleteTopics: topics };
}

function ofReader(component: OfKind<"function"> | OfKind<"sink">): SubscriptionCleanup | undefined {
  const { spec } = component;
  const input = convertInput(spec.input);
  const consumers = Object.entries(input.sourceSpecs ?? {});
  const patterns = [input.topicPattern, ...consumers.map(([topic, { isRegexPattern }]) => isRegexPattern && topic)];
  const names = [
    ...(input.topics ?? []),
    ...Object.keys(input.customSerdeSources ?? {}),
    ...Object.keys(input.customSchemaSources ?? {}),
    ...consumers.filter(([, { isRegexPattern }]) => isRegexPattern !== true).map(([topic]) => topic),
  ];
  const written = fullNames(names);
  const expressions = fullNames(patterns.filter((pattern) => typeof pattern === "string"));
  if (written.length + expressions.length === 0) return undefined;
  const { tenant, pulsarNamespace, name } = identityInPulsar(component);
  return stated({
    ...base(component, spec.cleanupSubscription === true),
    topics: written.length === 0 ? undefined : written,
    patterns: expressions.length === 0 ? undefined : expressions,
    subscription: spec.subscriptionName ?? `${tenant}/${pulsarNamespace}/${name}`,
  });
}

const base = ({ key, kubernetesNamespace, annotations, labels }: Component, isAsked: boolean) => ({
  kind: "SubscriptionCleanup" as const,
  component: key,
  kubernetesNamespace,
  enabled: isAsked && annotations[needed] !== "false" && labels[elsewhere] === undefined,
});

/** Each once. Pulsar's clients, who read the names of manifests, complete short ones so. */
const fullNames = (names: readonly string[]): readonly string[] => [
  ...new Set(
    names.flatMap((name) => {
      const reading = readTopicName(name, { tenant: "public", pulsarNamespace: "default" });
      return reading.kind === "malformed" ? [] : [topicText(reading.name)];
    }),
  ),
];
