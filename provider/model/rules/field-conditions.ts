import { isLocated } from "../package-location";
import type { MemberPlan } from "../plan";
import { readsTopics } from "../reads-topics";
import { isKnown } from "../unknown";
import { fieldsAt } from "./fields-at";
import { hasLogSidecar, logAgentOf } from "./log-sidecar";
import { statedLocations } from "./stated-locations";

/** A field that does something only together with, or without, another one. */
export interface FieldCondition {
  readonly field: string;
  readonly holds: (member: MemberPlan) => boolean;
  /** Why not, after "has no effect". */
  readonly otherwise: string;
}

/** Windows of other runtimes are FM051's as a whole. */
const isEventTimed = ({ kind, runtime, spec }: MemberPlan): boolean =>
  kind !== "function" || runtime !== "java" || spec.windowConfig?.timestampExtractorClassName !== undefined;

const hasOwnLogConfig = ({ spec }: MemberPlan, runtime: "java" | "python"): boolean =>
  fieldsAt(spec, "", [runtime, "log", "logConfig"]).length > 0;

const withoutExtractor = "without `timestampExtractorClassName`";
const besideLogConfig = "beside `logConfig`, which says it itself";

/** What only says how topics are read. */
const readingFields = [
  ...["subscriptionName", "subscriptionPosition", "replicateSubscriptionState"],
  ...["retainOrdering", "retainKeyOrdering", "timeout"],
  ...["negativeAckRedeliveryDelayMs", "maxMessageRetry", "deadLetterTopic", "cleanupSubscription", "skipToLatest"],
];

const crypto = {
  read: "input.sourceSpecs.*.cryptoConfig",
  written: "output.producerConf.cryptoConfig",
} as const;
/** Most members state nothing of the kind, which is seen at once. */
const readsPlainly = ({ kind, spec }: MemberPlan): boolean =>
  kind === "source" || spec.input?.sourceSpecs === undefined;
const writesPlainly = ({ kind, spec }: MemberPlan): boolean =>
  kind === "sink" || spec.output?.producerConf?.cryptoConfig === undefined;

export const fieldConditions: readonly FieldCondition[] = [
  {
    field: "logTopicAgent",
    // In a manifest it may be there for the log files alone, which a container of the user's reads.
    holds: ({ spec, origin }) =>
      spec.logTopic !== undefined || (origin !== undefined && spec.logTopicAgent === "sidecar"),
    otherwise: "without `logTopic`",
  },
  {
    field: "logTopic",
    holds: (member) => member.kind === "function" || logAgentOf(member) === "sidecar",
    otherwise: "with the agent `runtime`, which sources and sinks do not have",
  },
  {
    field: "logTopicAgent",
    holds: ({ runtime, spec }) => runtime !== "golang" || spec.logTopicAgent !== "sidecar",
    otherwise: "as `sidecar` for Go, whose instances write no log file; `runtime` works",
  },
  {
    field: "filebeatImage",
    holds: (member) => hasLogSidecar(member) && member.runtime !== "golang",
    otherwise: "without `logTopic` and the agent `sidecar`, which Go does not have",
  },
  {
    field: "downloaderImage",
    holds: (member) => statedLocations(member).length > 0,
    otherwise: "without a package to download",
  },
  {
    field: "packageCluster",
    holds: (member) => statedLocations(member).some(({ text }) => !isKnown(text) || !/^https?:/.test(text)),
    otherwise: "without a package from Pulsar",
  },
  {
    field: "persistentVolumeClaimRetentionPolicy",
    holds: ({ spec }) => !isKnown(spec.volumeClaimTemplates) || (spec.volumeClaimTemplates ?? []).length > 0,
    otherwise: "without `volumeClaimTemplates`",
  },
  {
    field: "connectorPath",
    holds: ({ kind, spec, origin }) =>
      kind === "function" || origin !== undefined || !isKnown(spec.connector) || isLocated(spec.connector),
    otherwise: "without a `connector` that is downloaded",
  },
  { field: "runner.connectors", holds: ({ kind }) => kind !== "function", otherwise: "for functions" },
  { field: "output.customSchemaSinks", holds: ({ kind }) => kind === "function", otherwise: "for sources" },
  ...["input", ...readingFields].map((field) => ({
    field,
    holds: (member: MemberPlan) => member.kind === "source" || readsTopics(member),
    otherwise: "beside `source`, which is read in place of topics",
  })),
  ...["output", "forwardSourceMessageProperty"].map((field) => ({
    field,
    holds: ({ kind, spec }: MemberPlan) => kind !== "function" || spec.sink === undefined,
    otherwise: "beside `sink`, which is written to in place of a topic",
  })),
  { field: `${crypto.read}.encryptionKeys`, holds: readsPlainly, otherwise: "where messages are read" },
  { field: `${crypto.read}.producerCryptoFailureAction`, holds: readsPlainly, otherwise: "where messages are read" },
  {
    field: `${crypto.written}.consumerCryptoFailureAction`,
    holds: writesPlainly,
    otherwise: "where messages are written",
  },
  {
    field: "windowConfig.lateDataTopic",
    holds: isEventTimed,
    otherwise: `${withoutExtractor}, and stops the instance`,
  },
  { field: "windowConfig.maxLagMs", holds: isEventTimed, otherwise: withoutExtractor },
  { field: "windowConfig.watermarkEmitIntervalMs", holds: isEventTimed, otherwise: withoutExtractor },
  ...(["java", "python"] as const).flatMap((runtime) =>
    (["format", "rotatePolicy"] as const).map((field) => ({
      field: `${runtime}.log.${field}`,
      holds: (member: MemberPlan) => !hasOwnLogConfig(member, runtime),
      otherwise: besideLogConfig,
    })),
  ),
];
