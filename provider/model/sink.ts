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
   * @example "/pulsar/connectors/pulsar-io-shop.nar"
   */
  readonly connectorPath?: string;
  /**
   * The connector's class. Needed where the connector is not `builtin://…`.
   * @default the class that `runner.connectors` states
   * @example "org.apache.pulsar.io.jdbc.PostgresJdbcAutoSchemaSink"
   */
  readonly className?: string;
  /**
   * What the sink reads: topics, and how.
   * @example { "topics": ["enriched"] }
   * @plain
   */
  readonly input: InputSpec;
  /**
   * Settings of the connector, as its documentation names them. A change restarts its pods. Secrets belong in `secrets`:
   * connectors look sensitive settings up there.
   * @default none
   * @example { "jdbcUrl": "jdbc:postgresql://shop-database:5432/shop", "tableName": "orders" }
   */
  readonly config?: Readonly<Record<string, Json>>;
  /**
   * Where the sink keeps state.
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
