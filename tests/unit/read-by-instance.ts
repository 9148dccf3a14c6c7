import type { MemberPlan } from "../../provider/model/plan";

/** The fields that an instance reads of a description; `*` stands for every key of a map, `true` for all that is in a field. */
interface Reads {
  readonly [field: string]: true | Reads;
}

const member = { tenant: true, name: true, logTopic: true, processingGuarantees: true, autoAck: true } as const;
const crypto = { cryptoKeyReaderClassName: true, cryptoKeyReaderConfig: true } as const;

/** What the instance program in Java of Pulsar 4.0 reads of the details: it does all but the clean-up, and knows no flags. */
const java: Reads = {
  ...member,
  ...{ className: true, namespace: true, userConfig: true, secretsMap: true, parallelism: true },
  ...{ componentType: true, retryDetails: true },
  source: {
    ...{ className: true, configs: true, typeClassName: true, builtin: true, inputSpecs: true, timeoutMs: true },
    ...{ subscriptionType: true, subscriptionName: true, subscriptionPosition: true, skipToLatest: true },
    negativeAckRedeliveryDelayMs: true,
  },
  sink: {
    ...{ className: true, configs: true, typeClassName: true, builtin: true, topic: true, serDeClassName: true },
    ...{ producerSpec: true, schemaType: true, schemaProperties: true, forwardSourceMessageProperty: true },
  },
};

/** The same of the instance program in Python. */
const python: Reads = {
  ...member,
  ...{ className: true, namespace: true, userConfig: true, secretsMap: true },
  ...{ retainOrdering: true, retainKeyOrdering: true },
  source: {
    ...{ typeClassName: true, timeoutMs: true },
    ...{ subscriptionType: true, subscriptionName: true, subscriptionPosition: true },
    inputSpecs: {
      "*": {
        ...{ schemaType: true, serdeClassName: true, isRegexPattern: true, receiverQueueSize: true },
        ...{ schemaProperties: true, cryptoSpec: crypto },
      },
    },
  },
  sink: {
    ...{ topic: true, typeClassName: true, serDeClassName: true, schemaType: true, schemaProperties: true },
    producerSpec: {
      ...{ batchBuilder: true, compressionType: true },
      cryptoSpec: { ...crypto, producerEncryptionKeyName: true },
    },
  },
};

/** What functions in Go read of their configuration. */
const golang: Reads = {
  ...member,
  ...{ nameSpace: true, userConfig: true, subscriptionType: true, subscriptionName: true },
  ...{ instanceID: true, funcID: true, port: true, metricsPort: true, clusterName: true, sinkSpecsTopic: true },
  ...{ pulsarServiceURL: true, clientAuthenticationPlugin: true, clientAuthenticationParameters: true },
  ...{ tlsAllowInsecureConnection: true, tlsHostnameVerificationEnable: true, tlsTrustCertsFilePath: true },
  sourceInputSpecs: { "*": { isRegexPattern: true, receiverQueueSize: true } },
};

const readsOf: Readonly<Record<MemberPlan["runtime"], true | Reads>> = { java, python, golang, generic: true };

/** What an instance reads of a description that it is told: JSON, in which values may be JSON themselves. */
export const readByInstance = (runtime: MemberPlan["runtime"], description: string): unknown =>
  read(JSON.parse(description), readsOf[runtime]);

function read(value: unknown, reads: true | Reads): unknown {
  if (reads === true) return value;
  if (typeof value === "string") return read(JSON.parse(value), reads);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const own = reads[key] ?? reads["*"];
    return own === undefined ? [] : [[key, read(inner, own)] as const];
  });
  return Object.fromEntries(entries);
}
