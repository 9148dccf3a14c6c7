import type { ProcessingGuarantee } from "./reader";
import { inputSpecs } from "./function-details/input-specs";
import { resourceFields } from "./function-details/resources";
import { retryDetails } from "./function-details/retry";
import { functionConfigText, secretsText } from "./function-details/user-config";
import { guaranteeOf, isAutoAcked } from "./guarantee";
import { jsonText } from "./json-text";
import { literalArgument, variableArgument } from "./literal-argument";
import { toldParallelism } from "./parallelism";
import type { FunctionPlan, MemberPlan } from "./plan";
import type { PulsarAccess } from "./pulsar-access";
import { instanceEnvironment } from "./runtime/instance-environment";
import { toldCleanup, toldSubscription } from "./subscription-name";
import { type SubscriptionType, subscriptionTypeOf } from "./subscription-type";
import { toldLogTopic } from "./told-log-topic";
import { toldTopic } from "./told-topic";

type Fields = Readonly<Record<string, unknown>>;

const guarantees: Readonly<Record<ProcessingGuarantee, number>> = {
  atleast_once: 0,
  atmost_once: 1,
  effectively_once: 2,
  manual: 3,
};

const subscriptionTypes: Readonly<Record<SubscriptionType, number>> = { SHARED: 0, FAILOVER: 1, KEY_SHARED: 2 };

/** Encryption actions as numbers: the Go instance reads consumer settings with Go's own JSON reader. */
const cryptoActions: Readonly<Record<string, number>> = { FAIL: 0, DISCARD: 1, CONSUME: 2, SEND: 10 };

/**
 * What a function in Go is told: JSON text, as an argument that Kubernetes reads. What concerns the function is literal in it;
 * how Pulsar is reached comes in texts that are arguments already.
 *
 * Kubernetes puts the value of a variable into the text as it is. The number of the pod and Secrets of ours are JSON there
 * (credential-files.ts); a quote or a backslash in a Secret that a manifest refers to (`authSecret`) would break the text.
 */
export function goConf(member: MemberPlan, access: PulsarAccess): string {
  const literal = member.kind === "function" ? literalArgument(jsonText(functionFields(member))) : "{}";
  const live = { ...instanceParts(member), ...accessParts(access) };
  const parts = Object.entries(live).map(([key, value]) => `${JSON.stringify(key)}:${value}`);
  return `${literal.slice(0, -1)},${parts.join(",")}}`;
}

function functionFields(member: FunctionPlan): Fields {
  const { spec } = member;
  const { cpu = 0, ram = 0, disk = 0 } = resourceFields(member) ?? {};
  return {
    funcVersion: "0",
    maxBufTuples: 100,
    port: instanceEnvironment.grpcPort,
    metricsPort: instanceEnvironment.metricsPort,
    // Nobody calls the health check in a pod; with an interval the instance would stop itself.
    expectedHealthCheckInterval: -1,
    killAfterIdleMs: 0,
    tenant: member.tenant,
    nameSpace: member.pulsarNamespace,
    name: member.name,
    // The number that Pulsar's protocol gives Go.
    runtime: 3,
    logTopic: toldLogTopic(member) ?? "",
    processingGuarantees: guarantees[guaranteeOf(member)],
    autoAck: isAutoAcked(member),
    parallelism: toldParallelism(member),
    secretsMap: secretsText(member) ?? "",
    userConfig: functionConfigText(member) ?? "",
    ...readerFields(member),
    sinkSpecsTopic: member.writes === undefined ? "" : toldTopic(member, member.writes),
    sinkSchemaType: spec.output?.sinkSchemaType ?? "",
    ...{ cpu, ram, disk },
  };
}

function readerFields(member: FunctionPlan): Fields {
  const { spec } = member;
  const { maxMessageRetries = 0, deadLetterTopic = "" } = retryDetails(member) ?? {};
  return {
    subscriptionType: subscriptionTypes[subscriptionTypeOf(member) ?? "SHARED"],
    subscriptionName: toldSubscription(member) ?? "",
    subscriptionPosition: spec.subscriptionPosition === "latest" ? 0 : 1,
    cleanupSubscription: toldCleanup(member),
    timeoutMs: spec.timeout ?? 0,
    maxMessageRetries,
    deadLetterTopic,
    ...inputFields(member),
  };
}

/** Instances before Pulsar 3.0 know one input only; later ones take it for another spelling of the one of that name. */
function inputFields(member: FunctionPlan): Fields {
  const specs = Object.entries(inputSpecs(member) ?? {});
  const [first = "", spec] = specs[0] ?? [];
  return {
    sourceInputSpecs: Object.fromEntries(specs.map(([topic, fields]) => [topic, jsonText(withNumbers(fields))])),
    sourceSpecsTopic: first,
    isRegexPatternSubscription: spec?.["isRegexPattern"] === true,
  };
}

function withNumbers(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("cryptoSpec" in value)) return value;
  const { cryptoSpec, ...others } = value;
  if (typeof cryptoSpec !== "object" || cryptoSpec === null) return value;
  const entries = Object.entries(cryptoSpec).map(([key, field]: [string, unknown]) => [
    key,
    key.endsWith("FailureAction") && typeof field === "string" ? (cryptoActions[field] ?? field) : field,
  ]);
  return { ...others, cryptoSpec: Object.fromEntries(entries) };
}

/** JSON texts of values that Kubernetes fills in. */
const instanceParts = (member: MemberPlan): Readonly<Record<string, string>> => {
  const ordinal = variableArgument(instanceEnvironment.ordinal);
  // A number, so without quotes.
  return { instanceID: ordinal, funcID: `${literalArgument(jsonText(`${member.name}-`)).slice(0, -1)}${ordinal}"` };
};

function accessParts({ clusterName, serviceUrl, auth, tls }: PulsarAccess): Readonly<Record<string, string>> {
  return {
    pulsarServiceURL: jsonText(serviceUrl),
    clusterName: jsonText(clusterName),
    ...(auth === undefined
      ? {}
      : {
          clientAuthenticationPlugin: jsonText(auth.plugin),
          clientAuthenticationParameters: jsonText(auth.params.kind === "argument" ? auth.params.text : ""),
        }),
    ...(tls === undefined
      ? {}
      : {
          // `true` and `false`, also as the values of variables.
          tlsAllowInsecureConnection: tls.allowInsecure,
          tlsHostnameVerificationEnable: tls.verifyHostname,
          ...(tls.trustCertsPath === undefined ? {} : { tlsTrustCertsFilePath: jsonText(tls.trustCertsPath) }),
        }),
  };
}
