import type { ProcessingGuarantee } from "./reader";
import { type Fields, unlessZero } from "./function-details/fields";
import { resourceFields } from "./function-details/resources";
import { retryDetails } from "./function-details/retry";
import { connectorSink, writerSink } from "./function-details/sink";
import { connectorSource, readerSource } from "./function-details/source";
import { configText, functionConfigText, secretsText } from "./function-details/user-config";
import { windowExecutor } from "./function-details/window";
import { guaranteeOf, isAutoAcked } from "./guarantee";
import { jsonText } from "./json-text";
import { toldParallelism } from "./parallelism";
import type { FunctionPlan, MemberPlan, SinkPlan, SourcePlan } from "./plan";
import { toldLogTopic } from "./told-log-topic";

const identityFunction = "org.apache.pulsar.functions.api.utils.IdentityFunction";

const guarantees: Readonly<Record<ProcessingGuarantee, string>> = {
  atleast_once: "ATLEAST_ONCE",
  atmost_once: "ATMOST_ONCE",
  effectively_once: "EFFECTIVELY_ONCE",
  manual: "MANUAL",
};

/** The first is protobuf's zero, which also stands for instance programs that Pulsar has no name for. */
const runtimes: Readonly<Record<MemberPlan["runtime"], string | undefined>> = {
  java: undefined,
  generic: undefined,
  python: "PYTHON",
  golang: "GO",
};

/**
 * What an instance is told about its member: Pulsar's FunctionDetails as protobuf JSON, without zero values. Both runtimes
 * refuse a field they do not know. In ASCII: it comes as an argument, and Java reads those as its image's locale says.
 */
export const functionDetails = (member: MemberPlan): string => asciiJson(jsonText(detailsOf(member)));

const asciiJson = (text: string): string =>
  text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

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

const ofFunction = (member: FunctionPlan): Fields => ({
  className: member.spec.windowConfig === undefined ? member.spec.className : windowExecutor,
  ...shared(member),
  componentType: "FUNCTION",
  runtime: runtimes[member.runtime],
  logTopic: toldLogTopic(member),
  userConfig: functionConfigText(member),
  ...orderings(member),
  retryDetails: retryDetails(member),
  source: readerSource(member),
  sink: writerSink(member),
});

const ofSource = (member: SourcePlan): Fields => ({
  className: identityFunction,
  ...shared(member),
  componentType: "SOURCE",
  userConfig: configText(member.spec.config),
  source: connectorSource(member),
  sink: writerSink(member),
});

const ofSink = (member: SinkPlan): Fields => ({
  className: identityFunction,
  ...shared(member),
  componentType: "SINK",
  ...orderings(member),
  retryDetails: retryDetails(member),
  source: readerSource(member),
  sink: connectorSink(member),
});

const shared = (member: MemberPlan): Fields => ({
  tenant: member.tenant,
  namespace: member.pulsarNamespace,
  name: member.name,
  processingGuarantees: unlessZero(guarantees[guaranteeOf(member)], "ATLEAST_ONCE"),
  autoAck: unlessZero(isAutoAcked(member), false),
  parallelism: toldParallelism(member),
  secretsMap: secretsText(member),
  resources: resourceFields(member),
  runtimeFlags: unlessZero(member.spec.runtimeFlags, ""),
});

const orderings = ({ spec }: FunctionPlan | SinkPlan): Fields => ({
  retainOrdering: unlessZero(spec.retainOrdering, false),
  retainKeyOrdering: unlessZero(spec.retainKeyOrdering, false),
});
