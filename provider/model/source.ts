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
   */
  readonly connectorPath?: string;
  /**
   * The connector's class.
   * @default the class that `runner.connectors` states
   */
  readonly className?: string;
  /**
   * Where the messages go.
   * @plain
   */
  readonly output: OutputSpec;
  /** Settings of the connector. A change restarts its pods. Secrets belong in `secrets`. */
  readonly config?: Readonly<Record<string, Json>>;
  /**
   * Runs the source in batches.
   * @plain
   */
  readonly batchSourceConfig?: BatchSourceSpec;
  /**
   * What happens to messages when an instance fails.
   * @default "atleast_once"
   */
  readonly processingGuarantee?: ProcessingGuarantee;
  /**
   * Hand the properties of a record on to the message that is written for it.
   * @default true
   */
  readonly forwardSourceMessageProperty?: boolean;
  /**
   * Where the source keeps state.
   * @plain
   */
  readonly statefulConfig?: StatefulSpec;
  /**
   * How the Java virtual machine is started.
   * @plain
   */
  readonly java?: JavaInstanceSpec;
}
