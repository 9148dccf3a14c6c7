import type { Json } from "./json";

/** Runs a source in batches: a trigger finds what there is to do, one instance discovers the tasks, all of them work them off. */
export interface BatchSourceSpec {
  /**
   * Class that says when to look for work.
   * @example "org.apache.pulsar.io.batchdiscovery.CronTriggerer"
   */
  readonly discoveryTriggererClassName: string;
  /**
   * Settings of that class, as it names them.
   * @default none
   * @example { "__CRON__": "0 0 * * *" }
   */
  readonly discoveryTriggererConfig?: Readonly<Record<string, Json>>;
}
