import { jsonText } from "../json-text";
import type { SourcePlan } from "../plan";
import { isKnown } from "../unknown";
import { type Fields, filled } from "./fields";
import { configText } from "./user-config";

const executor = "org.apache.pulsar.functions.source.batch.BatchSourceExecutor";

/** The class and the settings of a source; one that works in batches is run by a class of Pulsar's. */
export function sourceClassAndConfigs({ spec, connector }: SourcePlan): Fields {
  const className = connector?.className ?? spec.className;
  const { batchSourceConfig: batch, config } = spec;
  if (batch === undefined) return { className, configs: configText(config) };
  const { discoveryTriggererClassName, discoveryTriggererConfig } = batch;
  return {
    className: executor,
    configs: jsonText(
      filled({
        ...(isKnown(config) ? config : {}),
        __BATCHSOURCECONFIGS__: jsonText(filled({ discoveryTriggererClassName, discoveryTriggererConfig })),
        __BATCHSOURCECLASSNAME__: className,
      }),
    ),
  };
}
