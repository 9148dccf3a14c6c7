import type { ProducerSpec } from "../input-output";
import type { FunctionPlan, SourcePlan } from "../plan";
import { cryptoSpec } from "./crypto";
import { type Fields, filled, unlessZero } from "./fields";

/** What a source produces with that says nothing: enough messages under way for its own thread and others. */
const sourceProducer: ProducerSpec = {
  maxPendingMessages: 1000,
  maxPendingMessagesAcrossPartitions: 1000,
  useThreadLocalProducers: true,
};

/** How messages are produced; undefined leaves it to the instance. */
export function producerSpec(member: FunctionPlan | SourcePlan): Fields | undefined {
  const {
    kind,
    spec: { output },
  } = member;
  const spec = output?.producerConf ?? (kind === "source" ? sourceProducer : undefined);
  return spec === undefined
    ? undefined
    : filled({
        maxPendingMessages: unlessZero(spec.maxPendingMessages, 0),
        maxPendingMessagesAcrossPartitions: unlessZero(spec.maxPendingMessagesAcrossPartitions, 0),
        useThreadLocalProducers: unlessZero(spec.useThreadLocalProducers, false),
        batchBuilder: unlessZero(spec.batchBuilder, ""),
        compressionType: unlessZero(spec.compressionType, "LZ4"),
        cryptoSpec: cryptoSpec(member, spec.cryptoConfig),
      });
}
