import type { JavaInstanceSpec } from "./program";
import type { ReaderSpec } from "./reader";
import type { InputSpec } from "./input-output";
import type { Json } from "./json";
import type { MemberSpec } from "./member";
import type { StatefulSpec } from "./state";

/** A sink: a connector that carries messages from topics to the outside. */
export interface SinkSpec extends MemberSpec, ReaderSpec {
  /**
   * The connector: `builtin://<name>`, one of `runner.connectors`; the path of its package in the image (with `className`); or
   * where its package is downloaded from: `sink://<tenant>/<namespace>/<name>@<version>` or `https://…` (with `className`).
   * @example "builtin://jdbc-postgres"
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
   * What the sink reads.
   * @plain
   */
  readonly input: InputSpec;
  /** Settings of the connector. A change restarts its pods. Secrets belong in `secrets`: connectors look sensitive settings up there. */
  readonly config?: Readonly<Record<string, Json>>;
  /**
   * Where the sink keeps state.
   * @plain
   */
  readonly statefulConfig?: StatefulSpec;
  /**
   * How the Java virtual machine is started.
   * @plain
   */
  readonly java?: JavaInstanceSpec;
}
