import type { BatchSourceSpec } from "./batch-source";
import type { JavaInstanceSpec } from "./program";
import type { ProcessingGuarantee } from "./reader";
import type { OutputSpec } from "./input-output";
import type { Json } from "./json";
import type { MemberSpec } from "./member";
import type { StatefulSpec } from "./state";

/** A source: a connector that brings messages from outside into a topic. */
export interface SourceSpec extends MemberSpec {
  /**
   * The connector: `builtin://<name>`, one of `runner.connectors`; the path of its package in the image (with `className`); or
   * where its package is downloaded from: `source://<tenant>/<namespace>/<name>@<version>` or `https://…` (with `className`).
   * @example "builtin://file"
   */
  readonly connector: string;
  /**
   * Where the connector's package is downloaded to. Only for a connector that is downloaded.
   * @default "/pulsar/download/connector.nar"
   * @example "/pulsar/connectors/pulsar-io-shop.nar"
   */
  readonly connectorPath?: string;
  /**
   * The connector's class. Needed where the connector is not `builtin://…`.
   * @default the class that `runner.connectors` states
   * @example "org.apache.pulsar.io.file.FileSource"
   */
  readonly className?: string;
  /**
   * Where the messages go: a topic, and how it is written.
   * @example { "topic": "lines" }
   * @plain
   */
  readonly output: OutputSpec;
  /**
   * Settings of the connector, as its documentation names them. A change restarts its pods. Secrets belong in `secrets`.
   * @default none
   * @example { "inputDirectory": "/lines", "keepFile": true }
   */
  readonly config?: Readonly<Record<string, Json>>;
  /**
   * Runs the source in batches: says when to look for work. The connector has to be a batch source.
   * @default none: the source runs all the time
   * @example { "discoveryTriggererClassName": "org.apache.pulsar.io.batchdiscovery.ImmediateTriggerer" }
   * @plain
   */
  readonly batchSourceConfig?: BatchSourceSpec;
  /**
   * What happens to messages when an instance fails: `atleast_once` may write some twice, `atmost_once` may lose some,
   * `effectively_once` writes each once.
   * @default "atleast_once"
   * @example "atmost_once"
   */
  readonly processingGuarantee?: ProcessingGuarantee;
  /**
   * Hand the properties of a record on to the message that is written for it.
   * @default true
   * @example false
   */
  readonly forwardSourceMessageProperty?: boolean;
  /**
   * Where the source keeps state.
   * @default none: it keeps no state
   * @example { "pulsar": { "serviceUrl": "bk://bookkeeper:4181" } }
   * @plain
   */
  readonly statefulConfig?: StatefulSpec;
  /**
   * How the Java virtual machine is started, and what the instance logs.
   * @default as the memory limit asks; lines from level `info` on go to the console
   * @example { "javaOpts": ["-Duser.timezone=UTC"] }
   * @plain
   */
  readonly java?: JavaInstanceSpec;
}
