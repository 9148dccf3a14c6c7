import type { ProcessingGuarantee } from "./function";
import { jsonText } from "./json-text";
import type { FunctionPlan, MemberPlan, SinkPlan, SourcePlan } from "./plan";
import { subscriptionTypeOf } from "./subscription-type";
import { bytesClass, inputTypeClass, outputTypeClass } from "./type-class";
import { isKnown } from "./unknown";

type Fields = Readonly<Record<string, unknown>>;

const identityFunction = "org.apache.pulsar.functions.api.utils.IdentityFunction";

const guarantees: Readonly<Record<ProcessingGuarantee, string>> = {
  atleast_once: "ATLEAST_ONCE",
  atmost_once: "ATMOST_ONCE",
  effectively_once: "EFFECTIVELY_ONCE",
  manual: "MANUAL",
};

/**
 * What an instance is told about its member: Pulsar's FunctionDetails as protobuf JSON, without zero values. Both runtimes
 * refuse a field they do not know.
 *
 * `parallelism` is always 1. Instances only show it to the user's code as the number of instances; with the real number in it,
 * every scaling would restart all pods.
 */
export const functionDetails = (member: MemberPlan): string => jsonText(detailsOf(member));

function detailsOf(member: MemberPlan): Fields {
  switch (member.kind) {
    case "function":
      return ofFunction(member);
    case "source":
      return ofSource(member);
    case "sink":
      return ofSink(member);
  }
}

const ofFunction = (member: FunctionPlan): Fields =>
  filled({
    ...shared(member),
    className: member.spec.className,
    componentType: "FUNCTION",
    runtime: zero(member.runtime.toUpperCase(), "JAVA"),
    logTopic: member.logTopic?.name,
    userConfig: configText(member.spec.config),
    ...readerFields(member),
    source: readerSource(member),
    sink: writerSink(member),
  });

const ofSource = (member: SourcePlan): Fields =>
  filled({
    ...shared(member),
    className: identityFunction,
    componentType: "SOURCE",
    autoAck: true,
    source: filled({
      className: member.connector?.className,
      configs: configText(member.spec.config),
      typeClassName: outputTypeClass(member) ?? bytesClass,
    }),
    sink: writerSink(member),
  });

const ofSink = (member: SinkPlan): Fields =>
  filled({
    ...shared(member),
    className: identityFunction,
    componentType: "SINK",
    ...readerFields(member),
    source: readerSource(member),
    sink: filled({
      className: member.connector?.className,
      configs: configText(member.spec.config),
      typeClassName: inputTypeClass(member),
    }),
  });

const shared = (member: MemberPlan): Fields => ({
  tenant: member.tenant,
  namespace: member.pulsarNamespace,
  name: member.name,
  parallelism: 1,
  secretsMap: secretsText(member),
});

const readerFields = ({ spec }: FunctionPlan | SinkPlan): Fields => ({
  processingGuarantees: zero(guarantees[spec.processingGuarantee ?? "atleast_once"], "ATLEAST_ONCE"),
  autoAck: spec.processingGuarantee === "manual" ? undefined : true,
  retainOrdering: spec.retainOrdering === true ? true : undefined,
  retainKeyOrdering: spec.retainKeyOrdering === true ? true : undefined,
});

const readerSource = (member: FunctionPlan | SinkPlan): Fields =>
  filled({
    typeClassName: inputTypeClass(member),
    subscriptionType: zero(subscriptionTypeOf(member), "SHARED"),
    inputSpecs: Object.fromEntries(member.reads.map((use) => [use.name, {}])),
    subscriptionName: member.subscription,
    subscriptionPosition: zero((member.spec.subscriptionPosition ?? "earliest").toUpperCase(), "LATEST"),
  });

const writerSink = (member: FunctionPlan | SourcePlan): Fields =>
  filled({
    topic: member.writes?.name,
    typeClassName: outputTypeClass(member) ?? bytesClass,
    forwardSourceMessageProperty: true,
  });

/** Settings travel as JSON text within the JSON. */
const configText = (config: Readonly<Record<string, unknown>> | undefined): string | undefined =>
  config === undefined ? undefined : jsonText(config);

/**
 * Names of the member's secrets. The instance looks each up as an environment variable of that name; the path and key only
 * have to be there.
 */
function secretsText({ spec }: MemberPlan): string | undefined {
  const own = Object.keys(spec.secrets ?? {}).map((name) => [name, { path: name, key: name }] as const);
  const all = { ...Object.fromEntries(own), ...(isKnown(spec.secretsMap) ? spec.secretsMap : {}) };
  return Object.keys(all).length === 0 ? undefined : jsonText(all);
}

/** Drops what protobuf cannot tell from "not set". */
const zero = (value: string | undefined, zeroValue: string): string | undefined =>
  value === zeroValue ? undefined : value;

const filled = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
